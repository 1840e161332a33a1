import { sortByName } from '#app/i18n/format.ts'
import type { TreeUnit } from '../queries/tree.server.ts'

/** Units for a select, each with the path that leads to it: "Region Örebro län / Psykiatri / Avdelning 41". */
export function unitOptions(units: readonly TreeUnit[]): { value: string; label: string }[] {
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  const options = units.map((unit) => ({
    value: unit.id,
    label: unit.lineage.flatMap((id) => nameOf.get(id) ?? []).join(' / '),
  }))
  return sortByName(options, (option) => option.label)
}
