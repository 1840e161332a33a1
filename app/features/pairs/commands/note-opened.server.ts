// That the manager has opened the pair's page: the resource person sees when, so that being followed is never a secret.
import { and, eq, isNull } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pairLeaders } from '#db/schema/index.ts'
import { walkerOf } from '../policy.ts'
import { findPairFor } from '../queries/pairs.server.ts'
import { todayOf } from '../queries/talks.server.ts'
import { leaderNow } from '../rules/pair.ts'

/**
 * Keeps today's day in the unit's time, once a day; when the resource person reads their own page is nobody's business.
 * @throws not_found
 */
export async function noteOpened(actor: Person, pairId: string, ctx: Ctx = here()): Promise<void> {
  const pair = await findPairFor(actor, pairId, ctx)
  const today = todayOf(pair, ctx)
  if (walkerOf(actor, pair) !== 'leader' || leaderNow(pair)?.openedOn === today) return
  await transaction(ctx, (tx) =>
    tx.db
      .update(pairLeaders)
      .set({ openedOn: today })
      .where(and(eq(pairLeaders.pairId, pairId), eq(pairLeaders.personId, actor.id), isNull(pairLeaders.endedAt))),
  )
}
