// Which roles hold: everything that asks who may do what, asks it with these conditions.
import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm'
import { roles } from '#db/schema/index.ts'

/** The condition that a role holds at the instant: it has begun and has not ended. */
export function isHeldAt(now: Date): SQL | undefined {
  return and(lte(roles.startsAt, now), isNotOverAt(now))
}

/** The condition that a role holds at the instant, or will. */
export function isNotOverAt(now: Date): SQL | undefined {
  return or(isNull(roles.endsAt), gt(roles.endsAt, now))
}
