// When questions are open, when people are reminded, when a visit is over for good. Instants in, instants out; no clock.
import { addMonths, type Day, dayAt, daysBetween, instantAt } from '#app/kernel/days.ts'
import { type FollowUpMonths, followUpMonths } from '../words.ts'

const MS_PER_DAY = 86_400_000
export const OPEN_DAYS = 14
export const REMINDER_AFTER_DAYS = 7
/** A summary both sides agree on within so many days of the last day makes the visit count in CL7's numerator. */
export const SUMMARY_DAYS = 14

export type Window = { opensAt: Date; closesAt: Date }
type Round = Window & { remindedAt: Date | null; closedAt: Date | null }

/** A questionnaire or follow-up that opens now: people always get the whole time, however late it opened. */
export function windowFrom(opensAt: Date): Window {
  return { opensAt, closesAt: new Date(opensAt.getTime() + OPEN_DAYS * MS_PER_DAY) }
}

/** Can it be answered? From `opensAt` until just before `closesAt`. */
export function isOpen(round: Round, now: Date): boolean {
  return round.closedAt === null && round.opensAt <= now && now < round.closesAt
}

/** Is it time to close it? */
export function isDue(round: Round, now: Date): boolean {
  return round.closedAt === null && round.closesAt <= now
}

/** The one reminder: a week after opening, while there is still time to answer. */
export function isReminderDue(round: Round, now: Date): boolean {
  const remindAt = round.opensAt.getTime() + REMINDER_AFTER_DAYS * MS_PER_DAY
  return isOpen(round, now) && round.remindedAt === null && remindAt <= now.getTime()
}

/** The day on which a follow-up is sent: whole months after the visit's last day. */
export function followUpDay(endsOn: Day, months: FollowUpMonths): Day {
  return addMonths(endsOn, months)
}

/**
 * The round that should be opened now, or null. Opened from eight in the morning where the visit was. When the server
 * slept through the first round only the later one is asked: two mails at once about the same thing help nobody.
 */
export function followUpToOpen(endsOn: Day, zone: string, asked: readonly number[], now: Date): FollowUpMonths | null {
  const due = followUpMonths.filter((months) => instantAt(followUpDay(endsOn, months), '08:00', zone) <= now)
  const latest = due.at(-1)
  if (latest === undefined || asked.some((months) => months >= latest)) return null
  return latest
}

/** Was the summary agreed in time to count as completed? Both days in the visit's zone. */
export function isSummaryInTime(endsOn: Day, zone: string, agreedAt: Date): boolean {
  return daysBetween(endsOn, dayAt(agreedAt, zone)) <= SUMMARY_DAYS
}
