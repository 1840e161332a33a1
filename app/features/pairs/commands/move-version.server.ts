import { eq } from 'drizzle-orm'
import { findEditionFor } from '#app/features/paths/queries/library.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { learningPairs, pairVersionMoves } from '#db/schema/index.ts'
import { canMoveVersion } from '../policy.ts'
import { changingPair } from './change-pair.server.ts'

/**
 * The two go over to a newer version of their path. Nothing is lost: what was done and written in modules that are no longer
 * there stays, and is shown as done earlier. A second press moves nothing.
 * @throws not_found, gone for a version that the actor may not begin on; conflict for an older one
 */
export async function moveToVersion(
  actor: Person,
  { pairId, version }: { pairId: string; version: number },
  ctx: Ctx = here(),
): Promise<void> {
  await changingPair(actor, pairId, canMoveVersion, ctx, async (tx, pair) => {
    if (version === pair.version) return
    await findEditionFor(actor, { pathId: pair.pathId, version }, tx)
    if (version < pair.version) throw new DomainError('conflict', 'pairs_error_version_older')
    await tx.db.update(learningPairs).set({ pathVersion: version }).where(eq(learningPairs.id, pairId))
    const move = { id: newId(), pairId, fromVersion: pair.version, toVersion: version }
    await tx.db.insert(pairVersionMoves).values({ ...move, movedBy: actor.id, movedName: actor.name, movedAt: tx.now })
  })
}
