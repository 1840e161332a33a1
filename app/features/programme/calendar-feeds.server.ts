// The personal calendar address of each participant: shown when it is made, replaced when it got astray, dead when its owner
// may no longer read the visit.
import { eq } from 'drizzle-orm'
import { findPersonNow } from '#app/features/identity/queries.server.ts'
import { hashOf } from '#app/features/identity/secrets.server.ts'
import { participantOf } from '#app/features/visits/policy.ts'
import { findVisitFor, readFiles } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { calendarFeeds, visitParticipants } from '#db/schema/index.ts'
import { calendarFeedFor } from './calendar.server.ts'
import { readAllSlots } from './queries.server.ts'

/** When the actor's own address for this visit's programme was made, or null when they have none or take no part. */
export async function findCalendarFeedFor(actor: Person, visitId: string, ctx: Ctx = here()): Promise<Date | null> {
  const me = participantOf(actor, await findVisitFor(actor, visitId, ctx))
  if (!me) return null
  const [feed] = await ctx.db.select().from(calendarFeeds).where(eq(calendarFeeds.participantId, me.id))
  return feed?.madeAt ?? null
}

/**
 * What the address shows: the whole programme as iCalendar. The token stands for its owner, with the rights they have now.
 * @throws not_found for an unknown or replaced token, and when its owner has left, lost the role or the account.
 */
export async function readCalendarFeed(token: string, ctx: Ctx = here()): Promise<string> {
  const [row] = await ctx.db
    .select({ visitId: visitParticipants.visitId, userId: visitParticipants.userId })
    .from(calendarFeeds)
    .innerJoin(visitParticipants, eq(visitParticipants.id, calendarFeeds.participantId))
    .where(eq(calendarFeeds.tokenHash, hashOf(token)))
  const { visitId, userId } = found(row)
  const owner = found(userId ? await findPersonNow(userId, ctx) : null)
  const file = found((await readFiles([visitId], ctx))[0])
  found(participantOf(owner, file))
  return calendarFeedFor(file, await readAllSlots(visitId, ctx), ctx.now)
}
