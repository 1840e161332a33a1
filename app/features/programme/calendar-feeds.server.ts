// The personal calendar address of each participant: made when asked for, replaced when it got astray, dead when they leave.
import { and, eq, isNull } from 'drizzle-orm'
import { participantOf } from '#app/features/visits/policy.ts'
import { findVisitFor, readFiles } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { calendarFeeds, visitParticipants } from '#db/schema/index.ts'
import { calendarFeedFor } from './calendar.server.ts'
import { readAllSlots } from './queries.server.ts'

/** The actor's own address for this visit's programme, or null when they have none or take no part. */
export async function findCalendarFeedFor(actor: Person, visitId: string, ctx: Ctx = here()): Promise<string | null> {
  const me = participantOf(actor, await findVisitFor(actor, visitId, ctx))
  if (!me) return null
  const rows = await ctx.db.select().from(calendarFeeds).where(eq(calendarFeeds.participantId, me.id))
  return rows[0] ? addressOf(rows[0].token) : null
}

/**
 * What the address shows: the whole programme as iCalendar. The token is the permission.
 * @throws not_found for an unknown or replaced token and for a participant who has left.
 */
export async function readCalendarFeed(token: string, ctx: Ctx = here()): Promise<string> {
  const rows = await ctx.db
    .select({ visitId: visitParticipants.visitId })
    .from(calendarFeeds)
    .innerJoin(visitParticipants, eq(visitParticipants.id, calendarFeeds.participantId))
    .where(and(eq(calendarFeeds.token, token), isNull(visitParticipants.leftAt)))
  const { visitId } = found(rows[0])
  const file = found((await readFiles([visitId], ctx))[0])
  return calendarFeedFor(file, await readAllSlots(visitId, ctx), ctx.now)
}

function addressOf(token: string): string {
  return `${settings().ORIGIN}/calendar/${token}.ics`
}
