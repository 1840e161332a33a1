// The two write a joint step, and each confirms it. A change takes back what anybody had confirmed.
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { jointConfirmations, jointSteps } from '#db/schema/index.ts'
import { canWriteJoint, walkerOf } from '../policy.ts'
import { checkLinksFor } from '../queries/goal-links.server.ts'
import { findPairFor } from '../queries/pairs.server.ts'
import { isComplete, type jointStepInput } from '../rules/joint.ts'
import type { PairFile } from '../rules/pair.ts'
import { lockPair } from './change-pair.server.ts'

type About = { pairId: string; moduleId: string }

/**
 * Saves what they have written. @returns the new version.
 * @throws conflict when the other one has saved since the form was made: the page shows both texts; invalid for a link that
 * is not theirs to make.
 */
export async function writeJointStep(
  actor: Person,
  { pairId, moduleId: asked, version, language, ...words }: About & z.output<typeof jointStepInput> & { language: Locale },
  ctx: Ctx = here(),
): Promise<number> {
  return changing(actor, { pairId, moduleId: asked }, ctx, async (tx, { pair, step, moduleId }) => {
    if ((step?.version ?? 0) !== version) throw new DomainError('conflict', 'pairs_error_joint_changed')
    await checkLinksFor(actor, { pair, goals: words.goals, before: step?.goals ?? [] }, tx)
    const said = {
      ...{ ...words, language },
      ...{ version: version + 1, writtenBy: actor.id, writtenAt: tx.now, completedAt: null },
    }
    await tx.db
      .insert(jointSteps)
      .values({ pairId, moduleId, ...said })
      .onConflictDoUpdate({ target: [jointSteps.pairId, jointSteps.moduleId], set: said })
    await tx.db
      .delete(jointConfirmations)
      .where(and(eq(jointConfirmations.pairId, pairId), eq(jointConfirmations.moduleId, moduleId)))
    return version + 1
  })
}

/**
 * The actor stands behind what `version` says. @returns 'complete' when the other one does too.
 * @throws conflict when the text has changed since
 */
export async function confirmJointStep(
  actor: Person,
  { pairId, moduleId: asked, version }: About & { version: number },
  ctx: Ctx = here(),
): Promise<'waiting' | 'complete'> {
  return changing(actor, { pairId, moduleId: asked }, ctx, async (tx, { step, moduleId, pair }) => {
    if (found(step).version !== version) throw new DomainError('conflict', 'pairs_error_joint_changed')
    const walker = found(walkerOf(actor, pair))
    const confirmed = { version, personId: actor.id, confirmedAt: tx.now }
    await tx.db
      .insert(jointConfirmations)
      .values({ pairId, moduleId, walker, ...confirmed })
      .onConflictDoNothing()
    const ofStep = and(eq(jointConfirmations.pairId, pairId), eq(jointConfirmations.moduleId, moduleId))
    if (!isComplete(step, await tx.db.select().from(jointConfirmations).where(ofStep))) {
      await enqueue(tx, 'notify', { event: 'pairs.confirmed', pairId, moduleId, version, walker })
      return 'waiting'
    }
    if (!step?.completedAt) {
      await tx.db
        .update(jointSteps)
        .set({ completedAt: tx.now })
        .where(and(eq(jointSteps.pairId, pairId), eq(jointSteps.moduleId, moduleId)))
    }
    return 'complete'
  })
}

type Found = { pair: PairFile; moduleId: string; step: typeof jointSteps.$inferSelect | undefined }

/** The pair's row is the lock, so that two who save or confirm at once do it one after the other. */
async function changing<T>(
  actor: Person,
  { pairId, moduleId: asked }: About,
  ctx: Ctx,
  change: (tx: Ctx, known: Found) => Promise<T>,
): Promise<T> {
  return transaction(ctx, async (tx) => {
    await lockPair(pairId, tx)
    const pair = await findPairFor(actor, pairId, tx)
    found(walkerOf(actor, pair))
    const { id: moduleId, joint } = moduleOf(await readPath(pair, tx), asked).module
    found(joint)
    allowed(canWriteJoint(actor, pair), 'pairs_error_not_now')
    const [step] = await tx.db
      .select()
      .from(jointSteps)
      .where(and(eq(jointSteps.pairId, pairId), eq(jointSteps.moduleId, moduleId)))
    return change(tx, { pair, moduleId, step })
  })
}
