// From rows of the store to what a page says: points over time, and sums over a period. Works on shown counts only.
import { plus } from './cuts.ts'
import { includes, type Period, type Quarter } from './periods.ts'
import type { RespondentGroup, Strand, Tally } from './words.ts'

/** One unit's row as it may leave the store: what is shown, and whether anybody has answered at all. */
export type ShownRow = { strand: Strand; group: RespondentGroup; quarter: Quarter; shown: Tally; hasAnswers: boolean }

/** A point on the chart: the quarters whose answers it holds. */
export type Point = { period: Period; shown: Tally }

/** Counts that may be printed, or why there are none. */
export type Sum = { state: 'shown'; shown: Tally } | { state: 'hidden' | 'no_data' }

const nothing: Tally = { numerator: 0, denominator: 0, answers: 0 }

/**
 * The series of a unit as consecutive points. A quarter without a step of its own is pooled into the next that has one, so
 * that a small ward gets a point now and then instead of none; quarters in which nobody answered lie between points.
 * `waiting` is the period after the last point in which answers wait, if any.
 */
export function seriesOf(rows: readonly ShownRow[]): { points: Point[]; waiting: Period | null } {
  const quarters = new Map<Quarter, { shown: Tally; hasAnswers: boolean }>()
  for (const row of rows) {
    const known = quarters.get(row.quarter)
    quarters.set(row.quarter, {
      shown: plus(known?.shown ?? nothing, row.shown),
      hasAnswers: row.hasAnswers || (known?.hasAnswers ?? false),
    })
  }
  const points: Point[] = []
  let from: Quarter | null = null
  let last: Quarter | null = null
  for (const [quarter, { shown, hasAnswers }] of [...quarters].sort(([a], [b]) => a - b)) {
    const hasStep = shown.answers > 0 || shown.denominator > 0 || shown.numerator !== 0
    if (hasStep) {
      points.push({ period: { from: from ?? quarter, to: quarter }, shown })
      from = null
      continue
    }
    if (hasAnswers) {
      from ??= quarter
      last = quarter
    }
  }
  return { points, waiting: from === null || last === null ? null : { from, to: last } }
}

/** What of the rows lies in the period, together. Any period will do: sums of steps have nothing to give away. */
export function sumOf(rows: readonly ShownRow[], period: Period): Sum {
  const inside = rows.filter((row) => includes(period, row.quarter))
  const shown = inside.reduce((sum, row) => plus(sum, row.shown), nothing)
  if (shown.answers > 0 || shown.denominator > 0 || shown.numerator !== 0) return { state: 'shown', shown }
  return { state: inside.some((row) => row.hasAnswers) ? 'hidden' : 'no_data' }
}
