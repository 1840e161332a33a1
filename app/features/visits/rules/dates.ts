// Proposed days: whole or part days, compared as half-open ranges so that one group can leave the day another arrives.

import { z } from 'zod'
import { earliestStart } from '#app/features/units/rules.ts'
import { type Day, day, daysBetween, instantAt } from '#app/kernel/days.ts'
import { type DayPart, dayParts, type Side } from './words.ts'

export const MAX_PROPOSALS = 5
/** "Some weeks": the longest visit that can be proposed. */
export const MAX_VISIT_DAYS = 42

export type DateRange = { startsOn: Day; endsOn: Day; startPart: DayPart; endPart: DayPart }

/** A range that can be: it ends after it begins, and it is not longer than some weeks. */
export const dateRange = z
  .object({
    startsOn: day,
    endsOn: day,
    startPart: z.enum(dayParts).default('full'),
    endPart: z.enum(dayParts).default('full'),
  })
  .superRefine((range, issues) => {
    const problem = problemWith(range)
    if (problem) issues.addIssue({ code: 'custom', path: ['endsOn'], message: problem })
  })

function problemWith(range: DateRange): string | undefined {
  if (range.endsOn < range.startsOn) return 'visits_error_ends_before_start'
  if (daysBetween(range.startsOn, range.endsOn) >= MAX_VISIT_DAYS) return 'visits_error_too_long'
  const { from, to } = halfDays(range)
  return from < to ? undefined : 'visits_error_ends_before_start'
}

/** The range as half days since 1970, the end not included: morning is 2 × day, afternoon 2 × day + 1. */
export function halfDays(range: DateRange): { from: number; to: number } {
  return {
    from: 2 * daysBetween('1970-01-01', range.startsOn) + (range.startPart === 'afternoon' ? 1 : 0),
    to: 2 * daysBetween('1970-01-01', range.endsOn) + (range.endPart === 'morning' ? 1 : 2),
  }
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  const left = halfDays(a)
  const right = halfDays(b)
  return left.from < right.to && right.from < left.to
}

/** The agreed days of a visit as a range; undefined until agreed. */
export function rangeOf(visit: {
  startsOn: Day | null
  endsOn: Day | null
  startPart: DayPart | null
  endPart: DayPart | null
}): DateRange | undefined {
  if (!visit.startsOn || !visit.endsOn) return undefined
  return {
    startsOn: visit.startsOn,
    endsOn: visit.endsOn,
    startPart: visit.startPart ?? 'full',
    endPart: visit.endPart ?? 'full',
  }
}

/** When days begin and end in calendars that ask for clock times: "from lunch" and "until lunch" is noon. */
const clock = { begins: '08:00', noon: '12:00', ends: '16:00' } as const

/**
 * The instants between which a visit with part days lies, in its zone; undefined for whole days, which calendars show as such.
 */
export function partDaysBetween(range: DateRange, zone: string): { start: Date; end: Date } | undefined {
  const late = range.startPart === 'afternoon'
  const early = range.endPart === 'morning'
  if (!late && !early) return undefined
  return {
    start: instantAt(range.startsOn, late ? clock.noon : clock.begins, zone),
    end: instantAt(range.endsOn, early ? clock.noon : clock.ends, zone),
  }
}

export type HostLimits = {
  noticeMonths: number
  daysMin: number
  daysMax: number
  groupMax: number
  closedPeriods: readonly { startsOn: Day; endsOn: Day; reason: string }[]
  /** Days that other visits to the unit have been agreed for. */
  taken: readonly DateRange[]
}

export type DateWarning =
  | { kind: 'in_the_past' }
  | { kind: 'short_notice'; months: number; earliest: Day }
  | { kind: 'closed'; startsOn: Day; endsOn: Day; reason: string }
  | { kind: 'taken'; startsOn: Day; endsOn: Day }
  | { kind: 'longer_than_usual'; days: number }
  | { kind: 'shorter_than_usual'; days: number }
  | { kind: 'large_group'; people: number }

/** What speaks against the days. Warnings, not walls: the two sides decide. `today` in the host's zone. */
export function dateWarnings(range: DateRange, groupSize: number, limits: HostLimits, today: Day): DateWarning[] {
  const warnings: DateWarning[] = []
  const earliest = earliestStart(limits, today)
  const length = daysBetween(range.startsOn, range.endsOn) + 1
  if (range.startsOn < today) warnings.push({ kind: 'in_the_past' })
  if (range.startsOn >= today && range.startsOn < earliest)
    warnings.push({ kind: 'short_notice', months: limits.noticeMonths, earliest })
  for (const period of limits.closedPeriods) {
    const closed: DateRange = { startsOn: period.startsOn, endsOn: period.endsOn, startPart: 'full', endPart: 'full' }
    if (overlaps(range, closed)) warnings.push({ kind: 'closed', ...period })
  }
  for (const taken of limits.taken) {
    if (overlaps(range, taken)) warnings.push({ kind: 'taken', startsOn: taken.startsOn, endsOn: taken.endsOn })
  }
  if (length > limits.daysMax) warnings.push({ kind: 'longer_than_usual', days: limits.daysMax })
  if (length < limits.daysMin) warnings.push({ kind: 'shorter_than_usual', days: limits.daysMin })
  if (groupSize > limits.groupMax) warnings.push({ kind: 'large_group', people: limits.groupMax })
  return warnings
}

export type ProposalStanding = { side: Side; fits: boolean | null }

/** A side agrees to what the other side proposed, or to its own days once the other side said that they fit. */
export function canAgree(proposal: ProposalStanding, side: Side): boolean {
  return proposal.side !== side || proposal.fits === true
}

/** Proposals of the other side that this side has not answered yet. */
export function unmarkedFor<T extends ProposalStanding>(proposals: readonly T[], side: Side): T[] {
  return proposals.filter((proposal) => proposal.side !== side && proposal.fits === null)
}
