// The visit's days: phase, deadlines, follow-up windows. Counted in whole calendar days, never in milliseconds.
import { addDays, addMonths, type Day, daysBetween, daysLater, instantAt, workingDaysBefore } from '#app/kernel/days.ts'

type Dated = { startsOn: Day | null; endsOn: Day | null }
type Agreed = { startsOn: Day; endsOn: Day }

const phases = ['before', 'during', 'after'] as const
export type Phase = (typeof phases)[number]

/** Working days before the first day by which the preparation form should be in (instruments: pre_visit_form). */
const PREPARATION_WORKING_DAYS = 10
/** How long a follow-up round is open, its first day included. */
const FOLLOW_UP_DAYS = 14
/** Days after the last day by which the summary is expected. */
export const SUMMARY_DAYS = 14
/** Days between the last follow-up round and the closing, for reading what it gave. */
const CLOSING_DAYS = 14
/** Months after the last day when everybody is asked what was introduced in practice, unless the kind of visit says otherwise. */
export const FOLLOW_UP_MONTHS: readonly number[] = [3, 6]

/** Where on the time-line `today` is; a visit without agreed days is before. */
export function phaseOf(visit: Dated, today: Day): Phase {
  if (!visit.startsOn || !visit.endsOn || today < visit.startsOn) return 'before'
  return today <= visit.endsOn ? 'during' : 'after'
}

/** Every day of the visit, first and last included; empty until days are agreed. */
export function visitDays(visit: Dated): Day[] {
  if (!visit.startsOn || !visit.endsOn) return []
  const first = visit.startsOn
  return Array.from({ length: daysBetween(first, visit.endsOn) + 1 }, (_, index) => addDays(first, index))
}

/**
 * The last day for the preparation form: ten working days before the first day, but never in the past. A visit that is
 * agreed at short notice gets until the day before it starts, or the same day when that is today.
 */
export function preparationDueOn(startsOn: Day, today: Day): Day {
  const due = workingDaysBefore(startsOn, PREPARATION_WORKING_DAYS)
  if (due >= today) return due
  const dayBefore = addDays(startsOn, -1)
  return dayBefore > today ? dayBefore : today
}

/** The day the summary is expected. */
export function summaryDueOn(visit: Agreed): Day {
  return addDays(visit.endsOn, SUMMARY_DAYS)
}

export type FollowUpRound = { months: number; opensOn: Day; closesOn: Day }

/** The rounds of questions after the visit: both days are included. */
export function followUpRounds(visit: Agreed, months: readonly number[] = FOLLOW_UP_MONTHS): FollowUpRound[] {
  return months.map((count) => {
    const opensOn = addMonths(visit.endsOn, count)
    return { months: count, opensOn, closesOn: addDays(opensOn, FOLLOW_UP_DAYS - 1) }
  })
}

/** The round that is open on the day, if one is. */
export function openRound(visit: Agreed, today: Day, months: readonly number[] = FOLLOW_UP_MONTHS): FollowUpRound | undefined {
  return followUpRounds(visit, months).find((round) => round.opensOn <= today && today <= round.closesOn)
}

/** The last day of the last round; the last day of the visit when its kind has none. */
export function followUpClosesOn(visit: Agreed, months: readonly number[] = FOLLOW_UP_MONTHS): Day {
  return followUpRounds(visit, months).at(-1)?.closesOn ?? visit.endsOn
}

/** The last day the visit is open for those who took part. */
export function visitClosesOn(visit: Agreed, months: readonly number[] = FOLLOW_UP_MONTHS): Day {
  return addDays(followUpClosesOn(visit, months), CLOSING_DAYS)
}

/** Days that everybody can still read why a visit was called off. */
const FAREWELL_DAYS = 30

/** The instant when roles for a visit end that was called off at `at`. */
export function farewellEndsAt(at: Date): Date {
  return daysLater(at, FAREWELL_DAYS)
}

/** The instant when guest roles end: midnight in the visit's zone after the closing day. */
export function guestRoleEndsAt(visit: Agreed & { timeZone: string }, months: readonly number[] = FOLLOW_UP_MONTHS): Date {
  return instantAt(addDays(visitClosesOn(visit, months), 1), '00:00', visit.timeZone)
}
