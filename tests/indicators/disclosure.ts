// An attacker who has written down every number that was ever shown and adds and subtracts them. In these tests every answer
// is given a power of two as its numerator, so that each sum tells exactly whose answers it holds.

/** The people (bits) that a sum of answers holds. */
export function peopleIn(sum: bigint): number {
  return sum.toString(2).replaceAll('0', '').length
}

/**
 * The smallest number of people that any sums and differences of the numbers can be about. People who appear in exactly the
 * same numbers cannot be told apart: whatever the attacker multiplies and adds, each such group comes out whole. So the
 * smallest of these groups is the bound, and no combination has to be tried.
 */
export function smallestFindable(numbers: Iterable<bigint>, people: number): number {
  const distinct = [...new Set(numbers)]
  const groups = new Map<string, number>()
  for (let person = 0n; person < BigInt(people); person += 1n) {
    const appearances = distinct.map((number) => (number >> person) & 1n).join('')
    if (appearances.includes('1')) groups.set(appearances, (groups.get(appearances) ?? 0) + 1)
  }
  return groups.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...groups.values())
}
