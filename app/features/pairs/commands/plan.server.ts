// The two give their walk days, or go back to their own pace.
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pairPlans } from '#db/schema/index.ts'
import { canWriteJoint } from '../policy.ts'
import { readPlan } from '../queries/planned.server.ts'
import type { PlanDays, planInput } from '../rules/plan.ts'
import { changingPair } from './change-pair.server.ts'

/** Keeps the days of modules on the path; a module without a day is left to their own pace. @throws conflict */
export async function planWalk(
  actor: Person,
  { pairId, version, startsOn, days }: { pairId: string } & z.output<typeof planInput>,
  ctx: Ctx = here(),
): Promise<void> {
  await changingPair(actor, pairId, canWriteJoint, ctx, async (tx, pair) => {
    const known = await readPlan(pairId, tx)
    if ((known?.version ?? 0) !== version) throw new DomainError('conflict', 'pairs_error_plan_changed')
    const { modules } = await readPath(pair, tx)
    const kept: PlanDays = Object.fromEntries(modules.flatMap(({ id }) => (days[id] ? [[id, days[id]]] : [])))
    const plan = { startsOn, days: kept, version: version + 1, updatedBy: actor.id, updatedAt: tx.now }
    await tx.db
      .insert(pairPlans)
      .values({ pairId, ...plan })
      .onConflictDoUpdate({ target: pairPlans.pairId, set: plan })
  })
}

/** Back to their own pace: nothing of the walk changes. */
export async function clearPlan(actor: Person, { pairId }: { pairId: string }, ctx: Ctx = here()): Promise<void> {
  await changingPair(actor, pairId, canWriteJoint, ctx, async (tx) => {
    await tx.db.delete(pairPlans).where(eq(pairPlans.pairId, pairId))
  })
}
