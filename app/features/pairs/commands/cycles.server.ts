// The two keep cycles of plan, do, study, act: what they tried at work and what came of it.
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, hiddenUnless } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pdsaCycles } from '#db/schema/index.ts'
import { canWriteJoint } from '../policy.ts'
import type { cycleInput } from '../rules/evidence.ts'
import { changingPair } from './change-pair.server.ts'

/**
 * Saves a cycle, new or known; each part keeps the day when it was first filled in. A second press saves nothing anew.
 * @throws conflict when the other one has saved since the form was made
 */
export async function writeCycle(
  actor: Person,
  { pairId, id, version, language, ...words }: { pairId: string } & z.output<typeof cycleInput> & { language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  await changingPair(actor, pairId, canWriteJoint, ctx, async (tx) => {
    const [known] = await tx.db.select().from(pdsaCycles).where(eq(pdsaCycles.id, id))
    hiddenUnless(!known || known.pairId === pairId)
    if (known && version === 0 && known.version === 1 && known.writtenBy === actor.id) return
    if ((known?.version ?? 0) !== version) throw new DomainError('conflict', 'pairs_error_cycle_changed')
    const since = (text: string, before: Date | null | undefined) => (text === '' ? null : (before ?? tx.now))
    const said = {
      ...{ ...words, language, version: version + 1, writtenBy: actor.id, writtenAt: tx.now },
      testedAt: since(words.done, known?.testedAt),
      studiedAt: since(words.study, known?.studiedAt),
      actedAt: since(words.act, known?.actedAt),
    }
    await tx.db
      .insert(pdsaCycles)
      .values({ id, pairId, ...said })
      .onConflictDoUpdate({ target: pdsaCycles.id, set: said })
  })
}

/** Takes a cycle away; what it counted as counts no longer. */
export async function removeCycle(
  actor: Person,
  { pairId, cycleId }: { pairId: string; cycleId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await changingPair(actor, pairId, canWriteJoint, ctx, (tx) =>
    tx.db.delete(pdsaCycles).where(and(eq(pdsaCycles.id, cycleId), eq(pdsaCycles.pairId, pairId))),
  )
}
