// Rows that two people have added, taken away and moved: which of them stand, and in which order.
import { type Row, rowsSeen, type Seen, untouched } from './marks.ts'
import type { Conflict } from './merge.ts'

/**
 * `both`: rows that are in both lists, theirs and one's own; `alone`: rows of one list that stand. A row that one took away and
 * the other has not touched is gone; where the other has reworded it, it is a conflict.
 */
export function keptRows(seen: Seen, name: string, newest: readonly Row[], typed: readonly Row[]) {
  const [theirs, mine] = [byId(newest), byId(typed)]
  const known = new Set(rowsSeen(seen, name))
  const conflicts: Conflict[] = []
  const both = typed.flatMap((row): [Row, Row][] => {
    const their = theirs.get(row.id)
    return their ? [[their, row]] : []
  })
  const stands = (row: Row) => {
    const { id, ...words } = row
    const place = `${name}#${id}`
    if (!known.has(id)) return true
    if (untouched(seen, place, words)) return false
    conflicts.push({ field: place, language: null })
    // What was typed stands in the form until one has looked.
    return mine.has(id)
  }
  const alone = [...typed.filter(({ id }) => !theirs.has(id)), ...newest.filter(({ id }) => !mine.has(id))].filter(stands)
  return { both, alone, conflicts }
}

/** All ids of both lists in the order of whoever has moved rows, one's own when both have; what the other one added beside what it followed. */
export function orderOfRows(seen: Seen, name: string, newest: readonly Row[], typed: readonly Row[]): string[] {
  const [theirs, mine] = [newest.map(({ id }) => id), typed.map(({ id }) => id)]
  const before = rowsSeen(seen, name)
  const isMoved = (ids: readonly string[]) => {
    const [is, was] = [ids.filter((id) => before.includes(id)), before.filter((id) => ids.includes(id))]
    return is.join() !== was.join()
  }
  const [order, others] = isMoved(theirs) && !isMoved(mine) ? [[...theirs], mine] : [[...mine], theirs]
  for (const [index, id] of others.entries()) {
    if (order.includes(id)) continue
    const behind = others.slice(0, index).findLast((one) => order.includes(one))
    order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, id)
  }
  return order
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
