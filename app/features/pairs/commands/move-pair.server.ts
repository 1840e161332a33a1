import { eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { learningPairs } from '#db/schema/index.ts'
import { canMove } from '../policy.ts'
import { listHomesToMoveTo } from '../queries/move.server.ts'
import { changingPair } from './change-pair.server.ts'

/**
 * Takes the walk along to another unit: where both belong, or, for the resource person, wherever they belong; they then ask a
 * manager there. What was written comes along.
 * @throws invalid for a unit that is not theirs to go to
 */
export async function movePair(
  actor: Person,
  { pairId, unitId }: { pairId: string; unitId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await changingPair(actor, pairId, canMove, ctx, async (tx, pair) => {
    const homes = await listHomesToMoveTo(actor, pair, tx)
    if (!homes.some((home) => home.id === unitId)) throw new DomainError('invalid', 'pairs_error_move')
    await tx.db.update(learningPairs).set({ unitId }).where(eq(learningPairs.id, pairId))
  })
}
