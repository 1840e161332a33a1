import type { Day } from '#app/kernel/days.ts'

/**
 * `count` of the list, other ones every day, so that no unit always stands first on the start page. The list comes in a fixed
 * order; whoever comes back tomorrow meets the next ones.
 */
export function turnOf<T>(list: readonly T[], day: Day, count: number): T[] {
  if (list.length <= count) return [...list]
  const dayNumber = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
  const first = (dayNumber * count) % list.length
  return Array.from({ length: count }, (_, index) => list[(first + index) % list.length]).flatMap((item) => item ?? [])
}
