// Until when the roles for a visit hold. The days move, and the ends with them.
import { and, desc, eq, isNull } from 'drizzle-orm'
import { setVisitRoleEnds } from '#app/features/identity/commands/roles.server.ts'
import { utcDay } from '#app/kernel/days.ts'
import type { Ctx } from '#db/context.server.ts'
import { dateProposals, visitMoves, visits } from '#db/schema/index.ts'
import { followUpMonthsOf } from '../reference.server.ts'
import { farewellEndsAt, guestRoleEndsAt } from '../rules/calendar.ts'
import { endedEarly } from '../rules/moves.ts'
import type { Visit } from '../rules/words.ts'

/**
 * Lets everybody with a role for the visit, guests and hosts, stay until it is over, whenever that has become; open
 * invitations promise the same. With `userId` only that person.
 */
export async function renewRoleEnds(ctx: Ctx, { visitId, userId }: { visitId: string; userId?: string }): Promise<void> {
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.id, visitId))
  if (!visit || visit.status === 'closed') return
  const endsAt = await roleEndOf(ctx, visit)
  await setVisitRoleEnds(ctx, { visitId, endsAt, ...(userId ? { userId } : {}) })
}

/**
 * The visit's closing, or as late as the latest days on the table would make it; for a visit that was called off, some weeks
 * more for reading why.
 */
export async function roleEndOf(
  ctx: Ctx,
  visit: Pick<Visit, 'id' | 'kind' | 'status' | 'timeZone' | 'startsOn' | 'endsOn'>,
): Promise<Date> {
  if (endedEarly(visit)) return farewellEndsAt(await lastMoveAt(ctx, visit.id))
  const months = followUpMonthsOf(visit.kind)
  if (visit.startsOn && visit.endsOn) {
    return guestRoleEndsAt({ startsOn: visit.startsOn, endsOn: visit.endsOn, timeZone: visit.timeZone }, months)
  }
  const proposals = await ctx.db
    .select()
    .from(dateProposals)
    .where(and(eq(dateProposals.visitId, visit.id), isNull(dateProposals.retiredAt)))
  const last = proposals.toSorted((a, b) => a.endsOn.localeCompare(b.endsOn)).at(-1)
  const day = last?.endsOn ?? utcDay(ctx.now)
  return guestRoleEndsAt({ startsOn: day, endsOn: day, timeZone: visit.timeZone }, months)
}

async function lastMoveAt(ctx: Ctx, visitId: string): Promise<Date> {
  const [move] = await ctx.db
    .select({ at: visitMoves.at })
    .from(visitMoves)
    .where(eq(visitMoves.visitId, visitId))
    .orderBy(desc(visitMoves.position))
    .limit(1)
  return move?.at ?? ctx.now
}
