// The tree as nested lists: works for reading aloud, for printing and without scripts.
import { Link } from '@remix-run/react'
import { sortByName } from '#app/i18n/format.ts'
import type { TreeUnit } from '../queries/tree.server.ts'
import { kindWord } from './unit-words.ts'

/** Units whose upper unit is not in the list stand at the top. Closed ones are left out. */
export function UnitTree({ units }: { units: readonly TreeUnit[] }) {
  const living = units.filter((unit) => unit.closedAt === null)
  const known = new Set(living.map((unit) => unit.id))
  const tops = living.filter((unit) => unit.parentId === null || !known.has(unit.parentId))
  return <Branch units={living} here={tops} />
}

function Branch({ units, here }: { units: readonly TreeUnit[]; here: readonly TreeUnit[] }) {
  return (
    <ul className="sl-branches">
      {sortByName(here, (unit) => unit.name).map((unit) => {
        const below = units.filter((each) => each.parentId === unit.id)
        return (
          <li key={unit.id}>
            <Link to={`/units/${unit.id}`}>{unit.name}</Link> <span className="sl-meta">{kindWord(unit.kind)}</span>
            {below.length > 0 ? <Branch units={units} here={below} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
