// When questions are open, when people are reminded. Instants in, instants out; no clock.
import { type FollowUpRound, followUpRounds, SUMMARY_DAYS } from '#app/features/visits/rules/calendar.ts'
import { addDays, type Day, dayAt, daysBetween, daysLater, instantAt } from '#app/kernel/days.ts'

const OPEN_DAYS = 14
const REMINDER_AFTER_DAYS = 7

export type Window = { opensAt: Date; closesAt: Date }
type Asking = Window & { remindedAt: Date | null; closedAt: Date | null }
type Visited = { startsOn: Day; endsOn: Day; timeZone: string }

/** The anonymous questionnaire: open 14 days from the moment it is sent, however late that is. */
export function evaluationWindow(opensAt: Date): Window {
  return { opensAt, closesAt: daysLater(opensAt, OPEN_DAYS) }
}

/** A follow-up's days as instants: from eight in the morning of its first day to midnight after its last, where the visit was. */
function followUpWindow(round: FollowUpRound, zone: string): Window {
  return {
    opensAt: instantAt(round.opensOn, '08:00', zone),
    closesAt: instantAt(addDays(round.closesOn, 1), '00:00', zone),
  }
}

/** The follow-up to open now, or null. A round that nobody opened in its time is not asked late: the next one is. */
export function followUpToOpen(
  visit: Visited,
  months: readonly number[],
  asked: readonly number[],
  now: Date,
): (Window & { months: number }) | null {
  for (const round of followUpRounds(visit, months)) {
    const window = followUpWindow(round, visit.timeZone)
    const isOpenNow = window.opensAt <= now && now < window.closesAt
    if (isOpenNow && !asked.includes(round.months)) return { months: round.months, ...window }
  }
  return null
}

/** Can it be answered? From `opensAt` until just before `closesAt`. */
export function isOpen(asking: Asking, now: Date): boolean {
  return asking.closedAt === null && asking.opensAt <= now && now < asking.closesAt
}

/** Is it time to close it? */
export function isDue(asking: Asking, now: Date): boolean {
  return asking.closedAt === null && asking.closesAt <= now
}

/** The one reminder: a week after opening, while there is still time to answer. */
export function isReminderDue(asking: Asking, now: Date): boolean {
  const remindAt = daysLater(asking.opensAt, REMINDER_AFTER_DAYS)
  return isOpen(asking, now) && asking.remindedAt === null && remindAt <= now
}

/** Was the summary agreed in time for CL7 ("within 14 days")? Counted in whole days in the visit's zone. */
export function isSummaryInTime(visit: Visited, agreedAt: Date): boolean {
  return daysBetween(visit.endsOn, dayAt(agreedAt, visit.timeZone)) <= SUMMARY_DAYS
}
