// The days that a role is to hold: both included, both optional. From at once, and without an end, when they are left out.
import { addDays, type Day, day, instantAt } from '#app/kernel/days.ts'

export type RoleDays = { startsOn?: Day | undefined; endsOn?: Day | undefined }

/** For the schemas of forms that give or promise a role. */
export const roleDays = { startsOn: day.optional(), endsOn: day.optional() }

export function isInOrder({ startsOn, endsOn }: RoleDays): boolean {
  return !startsOn || !endsOn || startsOn <= endsOn
}

/** Where a form says that the days are not in order. */
export const outOfOrder = { path: ['endsOn'], error: 'identity_error_role_order' }

/** The instants of the days by the clock of the place; null where nothing was given. */
export function roleInstants({ startsOn, endsOn }: RoleDays, zone: string): { startsAt: Date | null; endsAt: Date | null } {
  return {
    startsAt: startsOn ? instantAt(startsOn, '00:00', zone) : null,
    endsAt: endsOn ? instantAt(addDays(endsOn, 1), '00:00', zone) : null,
  }
}

type Period = { startsAt: Date; endsAt: Date | null }

/** Do the two hold at one instant? The start belongs to a role, the end does not. */
export function doMeet(one: Period, other: Period): boolean {
  const before = (end: Date | null, start: Date) => end !== null && end <= start
  return !before(one.endsAt, other.startsAt) && !before(other.endsAt, one.startsAt)
}

/** One period of two that meet: from the earlier start to the later end. */
export function joined(one: Period, other: Period): Period {
  const startsAt = one.startsAt < other.startsAt ? one.startsAt : other.startsAt
  if (!one.endsAt || !other.endsAt) return { startsAt, endsAt: null }
  return { startsAt, endsAt: one.endsAt > other.endsAt ? one.endsAt : other.endsAt }
}
