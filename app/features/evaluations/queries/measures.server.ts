// The result measures of a visit or a unit that come from this room: the evaluation and the summary's answers.
import { eq, inArray } from 'drizzle-orm'
import { settings } from '#app/kernel/env.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluationReceipts, evaluations, summaries, summaryAnswers, visitParticipants, visits } from '#db/schema/index.ts'

export type EvaluationMeasures = {
  /** People asked and people who answered; null when nobody has been asked, 'hidden' when too few were. */
  turnout: { asked: number; answered: number } | 'hidden' | null
  /** Answers written in summaries, and summaries that both sides agreed to. */
  summaryAnswers: number
  summariesAgreed: number
  visits: number
}

/** Counts for the pages of results; callers have checked that the reader may see the visit or unit. */
export async function evaluationMeasures(
  of: { visitId: string } | { unitId: string },
  ctx: Ctx = here(),
): Promise<EvaluationMeasures> {
  const which = 'visitId' in of ? eq(visits.id, of.visitId) : eq(visits.hostUnitId, of.unitId)
  const ids = (await ctx.db.select({ id: visits.id }).from(visits).where(which)).map(({ id }) => id)
  if (ids.length === 0) return { turnout: null, summaryAnswers: 0, summariesAgreed: 0, visits: 0 }
  const written = await ctx.db.select().from(summaryAnswers).where(inArray(summaryAnswers.visitId, ids))
  const begun = await ctx.db.select().from(summaries).where(inArray(summaries.visitId, ids))
  return {
    turnout: await turnoutOf(ids, ctx),
    summaryAnswers: written.filter(({ value }) => value !== '').length,
    summariesAgreed: begun.filter(({ agreedAt }) => agreedAt !== null).length,
    visits: ids.length,
  }
}

/** Over the questionnaires that alone have enough people asked: a sum must not reveal how few of a small visit answered. */
async function turnoutOf(visitIds: string[], ctx: Ctx): Promise<EvaluationMeasures['turnout']> {
  const rows = await ctx.db.select().from(evaluations).where(inArray(evaluations.visitId, visitIds))
  if (rows.length === 0) return null
  const people = await ctx.db.select().from(visitParticipants).where(inArray(visitParticipants.visitId, visitIds))
  const receipts = await ctx.db
    .select()
    .from(evaluationReceipts)
    .where(
      inArray(
        evaluationReceipts.evaluationId,
        rows.map(({ id }) => id),
      ),
    )
  const counts = rows.map(({ id, visitId, side, asked, answered }) => {
    const answeredBy = receipts.filter(({ evaluationId }) => evaluationId === id).map(({ participantId }) => participantId)
    const stays = people.filter(
      (one) => one.visitId === visitId && one.side === side && (!one.leftAt || answeredBy.includes(one.id)),
    )
    return { asked: asked ?? stays.length, answered: answered ?? answeredBy.length }
  })
  const shown = counts.filter(({ asked }) => asked >= settings().SMALLEST_GROUP)
  if (shown.length === 0) return 'hidden'
  return {
    asked: shown.reduce((sum, { asked }) => sum + asked, 0),
    answered: shown.reduce((sum, { answered }) => sum + answered, 0),
  }
}
