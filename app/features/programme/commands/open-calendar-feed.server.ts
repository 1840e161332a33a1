import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { participantOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { calendarFeeds } from '#db/schema/index.ts'

/**
 * Makes the address's token and answers it; with `renew` a new one, after which the old stops working. Only for those who take part.
 * @throws not_found for everybody else.
 */
export async function openCalendarFeed(
  actor: Person,
  input: { visitId: string; renew: boolean },
  ctx: Ctx = here(),
): Promise<string> {
  return transaction(ctx, async (tx) => {
    const me = found(participantOf(actor, await findVisitFor(actor, input.visitId, tx)))
    const token = randomBytes(32).toString('base64url')
    await tx.db.insert(calendarFeeds).values({ participantId: me.id, token, createdAt: tx.now }).onConflictDoNothing()
    if (input.renew) {
      const changed = { token, renewedAt: tx.now }
      await tx.db.update(calendarFeeds).set(changed).where(eq(calendarFeeds.participantId, me.id))
    }
    const rows = await tx.db.select().from(calendarFeeds).where(eq(calendarFeeds.participantId, me.id))
    return found(rows[0]).token
  })
}
