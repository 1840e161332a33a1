// Indicators that are no number: each unit reports how far it has come, or what a reviewer found. Units are counted, once each.
import { z } from 'zod'
import { addMonths, type Day, day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import type { Sum } from './series.ts'
import { judgements, type ReportLevel, reportLevels, statusLevels, type Target } from './words.ts'

/** Kinds of indicator that are reported instead of counted. */
const reportedKinds = ['status', 'external_review'] as const
export type ReportedKind = (typeof reportedKinds)[number]

export function isReported<T extends { kind: string }>(indicator: T): indicator is T & { kind: ReportedKind } {
  return (reportedKinds as readonly string[]).includes(indicator.kind)
}

/** What can be reported of an indicator of this kind, from the least to the most; for reviews from the best. */
export function levelsFor(kind: ReportedKind): readonly ReportLevel[] {
  return kind === 'status' ? statusLevels : judgements
}

/** Does the level reach the goal: in place, or a good verdict? */
export function isReached(level: ReportLevel): boolean {
  return level === 'in_place' || level === 'followed_up' || level === 'good'
}

/** The goal of every reported indicator: all units that have reported reach it. */
export const everywhere: Target = { comparator: '>=', numerator: 1, denominator: 1 }

/** Months that a report holds, by the indicator's interval; without one it holds until the next. */
const months: Record<string, number> = { yearly: 12, once_then_every_2_years: 24, every_4_years: 48 }

/** The first day on which the report has to be made anew; null when it holds until the next. */
export function staleFrom(onDay: Day, interval: string | null): Day | null {
  const holds = months[interval ?? '']
  return holds === undefined ? null : addMonths(onDay, holds)
}

export function holdsOn(today: Day, onDay: Day, interval: string | null): boolean {
  const stale = staleFrom(onDay, interval)
  return stale === null || today < stale
}

/** A unit's newest row: what it says, and since when; `level` null when it has taken its report back. */
export type Newest = { level: ReportLevel | null; onDay: Day }

/** Units that reach the goal, of those whose report holds. A unit that has not reported is no "no". */
export function sumOfReports(newest: readonly Newest[], interval: string | null, today: Day): Sum {
  const holding = newest.filter(({ level, onDay }) => level !== null && holdsOn(today, onDay, interval))
  if (holding.length === 0) return { state: 'no_data' }
  const numerator = holding.filter(({ level }) => level !== null && isReached(level)).length
  return { state: 'shown', shown: { numerator, denominator: holding.length, answers: holding.length } }
}

const note = z.string().trim().min(3, 'indicators_error_note').max(2000, 'indicators_error_reason_long')

export const reportForm = z.object({
  id,
  unitId: id,
  level: z.enum(reportLevels, 'indicators_error_level'),
  onDay: day,
  note,
})

export const reportWithdrawal = z.object({ id, unitId: id, note })
