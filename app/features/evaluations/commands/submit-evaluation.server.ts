// One person's answers come in. The law: receipt and answers are written together and share nothing.
import { and, eq } from 'drizzle-orm'
import { recordObservations } from '#app/features/indicators/commands.server.ts'
import { quarterOf } from '#app/features/indicators/rules/periods.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { evaluationInbox, evaluationReceipts, evaluations, feedbackTallies, visits } from '#db/schema/index.ts'
import { instrumentOf } from '../instruments.server.ts'
import { respondentOf } from '../policy.ts'
import { findLink } from '../queries/links.server.ts'
import { type Answers, answersSchema } from '../rules/answers.ts'
import { incrementsOf } from '../rules/counting.ts'
import { takeInAnswers, withoutHandedUp } from '../rules/feedback.ts'
import type { Instrument } from '../rules/instrument.ts'
import { isOpen } from '../rules/windows.ts'

/** 'sent' the first time; 'already' when this person had answered before, by whichever way: their first answer stands. */
export type Submitted = 'sent' | 'already'

/**
 * A participant who is signed in sends the questionnaire of their side.
 * @throws not_found for those who are not asked, gone when it is closed, invalid when the answers do not fit the questions.
 */
export async function submitEvaluation(
  actor: Actor,
  { visitId, answers }: { visitId: string; answers: Answers },
  ctx: Ctx = here(),
): Promise<Submitted> {
  const file = await findVisitFor(actor, visitId, ctx)
  const { id: participantId, side } = found(respondentOf(actor, file))
  const rows = await ctx.db.select().from(evaluations).where(eq(evaluations.visitId, visitId))
  const evaluation = found(rows.find((row) => row.side === side))
  return submit({ evaluationId: evaluation.id, participantId, answers }, ctx)
}

/** The same from the personal link in the mail, without signing in. */
export async function submitEvaluationByLink(
  { token, answers }: { token: string; answers: Answers },
  ctx: Ctx = here(),
): Promise<Submitted> {
  const { participantId, evaluationId } = await findLink(token, ctx)
  return submit({ evaluationId: found(evaluationId), participantId, answers }, ctx)
}

async function submit(
  { evaluationId, participantId, answers }: { evaluationId: string; participantId: string; answers: Answers },
  ctx: Ctx,
): Promise<Submitted> {
  return transaction(ctx, async (tx) => {
    // Shared, so that people answer side by side, but not while the questionnaire is being closed.
    const [evaluation] = await tx.db.select().from(evaluations).where(eq(evaluations.id, evaluationId)).for('share')
    if (!isOpen(found(evaluation), tx.now)) throw new DomainError('gone', 'evaluations_error_closed')
    const receipts = await tx.db
      .insert(evaluationReceipts)
      .values({ evaluationId, participantId })
      .onConflictDoNothing()
      .returning({ participantId: evaluationReceipts.participantId })
    if (receipts.length === 0) return 'already'
    await store(found(evaluation), answers, tx)
    return 'sent'
  })
}

async function store(evaluation: typeof evaluations.$inferSelect, answers: Answers, ctx: Ctx): Promise<void> {
  const instrument = instrumentOf(evaluation.instrument, evaluation.instrumentVersion)
  const parsed = answersSchema(instrument).safeParse(answers)
  if (!parsed.success) throw new DomainError('invalid', 'evaluations_error_answers')
  await ctx.db.insert(evaluationInbox).values({ id: newId(), evaluationId: evaluation.id, answers: parsed.data })
  const visit = found((await ctx.db.select().from(visits).where(eq(visits.id, evaluation.visitId)))[0])
  const tallies = await lockTallies(visit.hostUnitId, instrument, ctx)
  // The visit's last day, not today: a count must not tell when somebody answered.
  const where = { unitId: visit.hostUnitId, group: evaluation.side, day: found(visit.endsOn) }
  const taken = await recordObservations(
    ctx,
    incrementsOf(instrument, parsed.data).map((increment) => ({ ...increment, ...where })),
  )
  const kept = withoutHandedUp(tallies.now, new Map(taken.map(({ part, waited }) => [part, waited])))
  const step = { least: settings().SMALLEST_GROUP, quarter: quarterOf(where.day) }
  await tallies.save(takeInAnswers(instrument, kept, parsed.data, step))
}

/** The lock on the unit's row keeps its tallies and the indicators' cuts in one order: they must show the same people. */
async function lockTallies(unitId: string, instrument: Instrument, ctx: Ctx) {
  const key = { unitId, instrument: instrument.id, instrumentVersion: instrument.version }
  const same = and(
    eq(feedbackTallies.unitId, unitId),
    eq(feedbackTallies.instrument, instrument.id),
    eq(feedbackTallies.instrumentVersion, instrument.version),
  )
  await ctx.db.insert(feedbackTallies).values(key).onConflictDoNothing()
  const { tallies } = found((await ctx.db.select().from(feedbackTallies).where(same).for('update'))[0])
  return {
    now: tallies,
    save: async (next: typeof tallies) => void (await ctx.db.update(feedbackTallies).set({ tallies: next }).where(same)),
  }
}
