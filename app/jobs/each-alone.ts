/**
 * Does the work for each item, also when it fails for one: one visit that cannot go on must not hold the others.
 * @throws the first failure, after all have had their turn, so that the job is tried again.
 */
export async function forEachAlone<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
