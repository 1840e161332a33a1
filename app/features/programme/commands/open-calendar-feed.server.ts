import { hashOf, newToken } from '#app/features/identity/secrets.server.ts'
import { participantOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { calendarFeeds } from '#db/schema/index.ts'

/**
 * Makes the actor's address for the visit's programme and answers it, this once; an earlier one stops working. Only for those
 * who take part.
 * @throws not_found for everybody else.
 */
export async function openCalendarFeed(actor: Person, input: { visitId: string }, ctx: Ctx = here()): Promise<string> {
  const me = found(participantOf(actor, await findVisitFor(actor, input.visitId, ctx)))
  const token = newToken()
  const made = { tokenHash: hashOf(token), madeAt: ctx.now }
  await ctx.db
    .insert(calendarFeeds)
    .values({ participantId: me.id, ...made })
    .onConflictDoUpdate({ target: calendarFeeds.participantId, set: made })
  return `${settings().ORIGIN}/calendar/${token}.ics`
}
