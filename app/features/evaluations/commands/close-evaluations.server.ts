// Closes a questionnaire: cuts every trace between receipts and answers, and counts what is counted once a visit.
import { eq, isNull, sql } from 'drizzle-orm'
import { recordObservations } from '#app/features/indicators/commands.server.ts'
import { readFiles } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { found } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { evaluationInbox, evaluationReceipts, evaluationResponses, evaluations, evaluationTexts } from '#db/schema/index.ts'
import { instrumentOf } from '../instruments.server.ts'
import type { Answers } from '../rules/answers.ts'
import { visitConfirmations } from '../rules/counting.ts'
import type { Instrument } from '../rules/instrument.ts'
import { isDue } from '../rules/windows.ts'
import { tallyVisit } from './tally-visit.server.ts'

type Evaluation = typeof evaluations.$inferSelect

/** Closes every questionnaire whose time is up. Safe to run at any time, also twice at once. */
export async function closeDueEvaluations(ctx: Ctx = here()): Promise<void> {
  const open = await ctx.db.select().from(evaluations).where(isNull(evaluations.closedAt))
  const due = open.filter((evaluation) => isDue(evaluation, ctx.now))
  await forEachAlone(due, ({ id }) => closeEvaluation(id, ctx))
}

async function closeEvaluation(id: string, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [evaluation] = await tx.db.select().from(evaluations).where(eq(evaluations.id, id)).for('update')
    if (!evaluation || !isDue(evaluation, tx.now)) return
    const file = found((await readFiles([evaluation.visitId], tx))[0])
    const instrument = instrumentOf(evaluation.instrument, evaluation.instrumentVersion)
    const confirmed = await confirmations(id, instrument, tx)
    await moveOut(id, instrument, tx)
    const counts = await countPeople(evaluation, file, tx)
    await tx.db
      .update(evaluations)
      .set({ closedAt: tx.now, ...counts })
      .where(eq(evaluations.id, id))
    await record(file, counts, confirmed, tx)
    ring(tx, roomOf.visit(evaluation.visitId), 'evaluation')
  })
}

async function confirmations(id: string, instrument: Instrument, ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select().from(evaluationInbox).where(eq(evaluationInbox.evaluationId, id))
  return visitConfirmations(
    instrument,
    rows.map(({ answers }) => answers as Answers),
  )
}

/**
 * Writes the answers anew, all at once, in random order, with new ids, and the written words apart from the ticks; then
 * empties the inbox. In the inbox the n-th answer lies beside the n-th receipt and carries its transaction id: afterwards
 * neither order nor `xmin` pairs them. Write-ahead log, replicas and backups keep the pair until they expire (docs say so).
 */
async function moveOut(id: string, instrument: Instrument, ctx: Ctx): Promise<void> {
  const written = instrument.items.filter((item) => item.type === 'free_text').map((item) => item.id)
  for (const item of written) {
    await ctx.db.execute(sql`
      insert into ${evaluationTexts} (id, evaluation_id, item, text, language)
      select gen_random_uuid(), evaluation_id, ${item}::text, answers -> ${item}::text ->> 'text', answers -> ${item}::text ->> 'language'
      from ${evaluationInbox} where evaluation_id = ${id} and answers ? ${item}::text order by random()`)
  }
  const ticks = written.reduce((rest, item) => sql`${rest} - ${item}::text`, sql`answers`)
  await ctx.db.execute(sql`
    insert into ${evaluationResponses} (id, evaluation_id, answers)
    select gen_random_uuid(), evaluation_id, ${ticks} from ${evaluationInbox} where evaluation_id = ${id} order by random()`)
  await ctx.db.delete(evaluationInbox).where(eq(evaluationInbox.evaluationId, id))
}

/** Asked: those who take part now, and those who answered before they left. */
async function countPeople(evaluation: Evaluation, file: VisitFile, ctx: Ctx): Promise<{ asked: number; answered: number }> {
  const receipts = await ctx.db.select().from(evaluationReceipts).where(eq(evaluationReceipts.evaluationId, evaluation.id))
  const answered = new Set(receipts.map(({ participantId }) => participantId))
  const asked = file.participants.filter(
    (person) => person.side === evaluation.side && (person.leftAt === null || answered.has(person.id)),
  )
  return { asked: asked.length, answered: answered.size }
}

/** CL6, the response rate: answers received ÷ people asked. CL7 and CL10: that the visit is finished; CL10 confirmed by any host's yes. */
async function record(
  file: VisitFile,
  { asked, answered }: { asked: number; answered: number },
  confirmed: string[],
  ctx: Ctx,
): Promise<void> {
  const where = { unitId: file.hostUnit.id, group: 'system' as const, day: found(file.visit.endsOn) }
  await recordObservations(ctx, [{ indicatorId: 'CL6', strand: 'main', numerator: answered, denominator: asked, ...where }])
  await tallyVisit(file, { indicatorId: 'CL7', confirmed: false }, ctx)
  await tallyVisit(file, { indicatorId: 'CL10', confirmed: confirmed.includes('CL10') }, ctx)
}
