// What guests and hosts answered about visits to a unit in the last four quarters, over all its visits and never about one:
// only what may be shown.
import { and, asc, between, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { firstDayOf, lastYearAt, type Period, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { type Side, sides } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluations, evaluationTexts, feedbackTallies, observations, units, visits } from '#db/schema/index.ts'
import { instrumentOf, instruments, scales } from '../instruments.server.ts'
import { canReadFeedback } from '../policy.ts'
import { type Distribution, distributionOf, shownIn } from '../rules/feedback.ts'
import type { Instrument, Scales } from '../rules/instrument.ts'

export type FeedbackText = { id: string; text: string; language: string }
export type SideFeedback = {
  side: Side
  instrument: Instrument
  questions: (Distribution & { least: number })[]
  /** By question: the words of people, in an order that says nothing. */
  texts: Record<string, FeedbackText[]>
}
/** People asked and people who answered, guests and hosts together; null while too few have been asked. */
type Turnout = { asked: number; answered: number } | null
export type FeedbackPage = {
  unitId: string
  unitName: string
  /** The first day of the rolling period: the same four quarters as the indicators'. */
  since: Day
  least: number
  scales: Scales
  turnout: Turnout
  feedback: SideFeedback[]
}

const instrumentIds: Record<Side, string> = { guest: 'colearn_guest', host: 'colearn_host' }

/** @throws not_found unless the actor belongs to the unit or works above it. */
export async function findFeedbackFor(actor: Actor, unitId: string, ctx: Ctx = here()): Promise<FeedbackPage> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const { name, lineage } = found(unit)
  found(canReadFeedback(actor, lineage) ? unit : null)
  const period = lastYearAt(ctx.now)
  const feedback: SideFeedback[] = []
  for (const side of [...sides].reverse()) {
    for (const instrument of instruments.filter(({ id }) => id === instrumentIds[side])) {
      feedback.push(await sideFeedback(unitId, side, { ...instrument, period }, ctx))
    }
  }
  return {
    unitId,
    unitName: name,
    since: firstDayOf(period.from),
    least: settings().SMALLEST_GROUP,
    scales,
    turnout: await responseRate(unitId, period, ctx),
    feedback,
  }
}

type Asked = Pick<Instrument, 'id' | 'version'> & { period: Period }

async function sideFeedback(unitId: string, side: Side, { id, version, period }: Asked, ctx: Ctx): Promise<SideFeedback> {
  const instrument = instrumentOf(id, version)
  const least = settings().SMALLEST_GROUP
  const closed = await ctx.db
    .select({ id: evaluations.id, answered: evaluations.answered, endsOn: visits.endsOn })
    .from(evaluations)
    .innerJoin(visits, eq(visits.id, evaluations.visitId))
    .where(
      and(
        eq(visits.hostUnitId, unitId),
        eq(evaluations.instrument, id),
        eq(evaluations.instrumentVersion, version),
        isNotNull(evaluations.closedAt),
      ),
    )
    .orderBy(asc(evaluations.closedAt), asc(evaluations.id))
  const counted = closed.map(({ id, answered, endsOn }) => ({ id, answered: answered ?? 0, quarter: quarterOf(found(endsOn)) }))
  const shown = shownIn(counted, least, period)
  const [row] = await ctx.db
    .select()
    .from(feedbackTallies)
    .where(
      and(
        eq(feedbackTallies.unitId, unitId),
        eq(feedbackTallies.instrument, id),
        eq(feedbackTallies.instrumentVersion, version),
      ),
    )
  return {
    side,
    instrument,
    questions: instrument.items
      .filter(({ type }) => type !== 'free_text')
      .map((item) => ({
        ...distributionOf(item, row?.tallies[item.id], period),
        least: Math.max(least, item.minRespondents ?? 0),
      })),
    texts: await textsOf(
      shown.map((one) => one.id),
      ctx,
    ),
  }
}

/** CL6 as the indicators room shows it: its cuts, so that this page and the indicator's never differ by a few people. */
async function responseRate(unitId: string, { from, to }: Period, ctx: Ctx): Promise<Turnout> {
  const [row] = await ctx.db
    .select({
      answered: sql<number>`coalesce(sum(${observations.shownNumerator}), 0)`.mapWith(Number),
      asked: sql<number>`coalesce(sum(${observations.shownDenominator}), 0)`.mapWith(Number),
    })
    .from(observations)
    .where(
      and(
        eq(observations.unitId, unitId),
        eq(observations.indicatorId, 'CL6'),
        eq(observations.strand, 'main'),
        between(observations.quarter, from, to),
      ),
    )
  return row && row.asked > 0 ? row : null
}

/** Ordered by their random ids: one person's words do not stand in the same place under every question. */
async function textsOf(evaluationIds: readonly string[], ctx: Ctx): Promise<Record<string, FeedbackText[]>> {
  if (evaluationIds.length === 0) return {}
  const rows = await ctx.db
    .select()
    .from(evaluationTexts)
    .where(inArray(evaluationTexts.evaluationId, [...evaluationIds]))
    .orderBy(asc(evaluationTexts.id))
  const texts: Record<string, FeedbackText[]> = {}
  for (const { id, item, text, language } of rows) texts[item] = [...(texts[item] ?? []), { id, text, language }]
  return texts
}
