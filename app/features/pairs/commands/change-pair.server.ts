// How a pair is changed: one change at a time, by somebody who may.
import { eq } from 'drizzle-orm'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { learningPairs } from '#db/schema/index.ts'
import { findPairFor } from '../queries/pairs.server.ts'
import type { PairFile } from '../rules/pair.ts'

/** Runs `change` with the pair locked. @throws not_found, forbidden when `can` says no */
export async function changingPair<T>(
  actor: Person,
  pairId: string,
  can: (actor: Actor, pair: PairFile) => boolean,
  ctx: Ctx,
  change: (tx: Ctx, pair: PairFile) => Promise<T>,
): Promise<T> {
  return transaction(ctx, async (tx) => {
    await lockPair(pairId, tx)
    const pair = await findPairFor(actor, pairId, tx)
    allowed(can(actor, pair), 'pairs_error_not_now')
    return change(tx, pair)
  })
}

/** One change of a pair at a time; a pair that is not there is not found. */
export async function lockPair(pairId: string, ctx: Ctx): Promise<void> {
  const [row] = await ctx.db
    .select({ id: learningPairs.id })
    .from(learningPairs)
    .where(eq(learningPairs.id, pairId))
    .for('update')
  found(row)
}
