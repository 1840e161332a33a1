// How those in a chain are said: by name when the reader may know it, else by their unit.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { SpreadRow, UnitName } from '../queries/spread.server.ts'

export function whoWords({ who, unit }: { who: string | null; unit: UnitName | null }): string {
  if (who) return unit ? `${who}, ${unit.name}` : who
  return unit ? m.teaching_tree_someone({ unit: unit.name }) : m.teaching_somebody()
}

/** "3 at Tallbacken" */
export function groupWords({ unit, people }: Pick<SpreadRow['groups'][number], 'unit' | 'people'>): string {
  const count = formatNumber(people)
  return unit ? m.teaching_tree_group({ count, unit: unit.name }) : m.teaching_tree_group_no_unit({ count })
}

/** The whole chain in two sentences: what the picture shows. */
export function spreadWords({
  directly,
  onward,
  generations,
  units,
}: {
  directly: number
  onward: number
  generations: number
  units: number
}): string {
  const first = m.teaching_tree_summary_direct({ count: directly, people: formatNumber(directly) })
  if (onward === 0) return first
  return `${first} ${m.teaching_tree_summary_onward({ count: onward, people: formatNumber(onward), generations, units })}`
}
