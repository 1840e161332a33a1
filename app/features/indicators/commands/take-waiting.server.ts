import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { observationCuts } from '#db/schema/index.ts'
import { plus } from '../rules/cuts.ts'
import type { RespondentGroup, Strand, Tally } from '../rules/words.ts'

export type Stream = { indicatorId: string; strand: Strand; group: RespondentGroup; part: string }

/**
 * Takes what waits in the stream at these units, so that it can wait or show elsewhere; `least` is what it needs there. Runs in
 * the command's transaction. `lockToo`: another unit of the stream that is about to be written, locked here in the one order.
 */
export async function takeWaiting(
  ctx: Ctx,
  { indicatorId, strand, group, part }: Stream,
  unitIds: readonly string[],
  lockToo: readonly string[] = [],
): Promise<Tally & { least: number }> {
  const stream = and(
    eq(observationCuts.indicatorId, indicatorId),
    eq(observationCuts.strand, strand),
    eq(observationCuts.group, group),
    eq(observationCuts.part, part),
  )
  const rows = await ctx.db
    .select()
    .from(observationCuts)
    .where(and(stream, inArray(observationCuts.unitId, [...unitIds, ...lockToo])))
    .orderBy(asc(observationCuts.unitId))
    .for('update')
  let taken: Tally = { numerator: 0, denominator: 0, answers: 0 }
  let least = 0
  for (const row of rows.filter((row) => unitIds.includes(row.unitId))) {
    taken = plus(taken, {
      numerator: row.numerator - row.shownNumerator,
      denominator: row.denominator - row.shownDenominator,
      answers: row.answers - row.shownAnswers,
    })
    least = Math.max(least, row.least)
    const emptied = {
      numerator: row.shownNumerator,
      denominator: row.shownDenominator,
      answers: row.shownAnswers,
      stepNumerator: 0,
      stepDenominator: 0,
      stepAnswers: 0,
    }
    await ctx.db
      .update(observationCuts)
      .set(emptied)
      .where(and(stream, eq(observationCuts.unitId, row.unitId)))
  }
  return { ...taken, least }
}
