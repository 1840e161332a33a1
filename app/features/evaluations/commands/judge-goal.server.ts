// Each side says in its own name how far a goal was reached, until the visit is summarised.
import { and, eq, isNull } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { goalJudgements, goals, visits } from '#db/schema/index.ts'
import { writingSide } from '../policy.ts'
import type { JudgementInput } from '../rules/judgement.ts'

/**
 * Judges a goal for the actor's side, or changes what the side said. `version` is the one the form was made from (0: none).
 * @throws not_found for goals of other visits, forbidden once the visit is summarised, conflict when a colleague was faster.
 */
export async function judgeGoal(
  actor: Person,
  input: JudgementInput & { visitId: string; goalId: string; language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  const { visitId, goalId, level, comment, language, version } = input
  await findVisitFor(actor, visitId, ctx)
  await transaction(ctx, async (tx) => {
    // Held until the end: the visit cannot be summarised between the check and the judgement.
    await tx.db.select({ id: visits.id }).from(visits).where(eq(visits.id, visitId)).for('share')
    const file = await findVisitFor(actor, visitId, tx)
    const side = writingSide(actor, file)
    const goal = and(eq(goals.id, goalId), eq(goals.visitId, visitId), isNull(goals.withdrawnAt))
    found((await tx.db.select({ id: goals.id }).from(goals).where(goal))[0])
    allowed(side !== null, 'evaluations_error_judging_over')
    const said = { level, comment, language, judgedBy: actor.id, judgedName: actor.name, judgedAt: tx.now }
    const key = { goalId, side: found(side) }
    const saved =
      version === 0
        ? await tx.db
            .insert(goalJudgements)
            .values({ ...key, ...said })
            .onConflictDoNothing()
            .returning({ version: goalJudgements.version })
        : await tx.db
            .update(goalJudgements)
            .set({ ...said, version: version + 1 })
            .where(
              and(eq(goalJudgements.goalId, goalId), eq(goalJudgements.side, key.side), eq(goalJudgements.version, version)),
            )
            .returning({ version: goalJudgements.version })
    if (saved.length === 0) throw new DomainError('conflict', 'evaluations_error_judgement_changed')
    ring(tx, roomOf.visit(visitId), 'evaluation')
  })
}
