import { hashOf, newToken } from '#app/features/identity/secrets.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { talkFeeds } from '#db/schema/index.ts'

/** Makes the actor's address for the talks of all their pairs and answers it, this once; an earlier one stops working. */
export async function openTalkFeed(actor: Person, ctx: Ctx = here()): Promise<string> {
  const token = newToken()
  const made = { tokenHash: hashOf(token), madeAt: ctx.now }
  await ctx.db
    .insert(talkFeeds)
    .values({ personId: actor.id, ...made })
    .onConflictDoUpdate({ target: talkFeeds.personId, set: made })
  return `${settings().ORIGIN}/calendar/${token}.ics`
}
