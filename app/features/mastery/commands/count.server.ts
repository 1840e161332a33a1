// When a round has closed for a person, their rating is cut loose from them and counted. Safe to run at any time, also twice.
import { and, eq, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { quarterOf, yearOf } from '#app/features/indicators/rules/periods.ts'
import { readPairs } from '#app/features/pairs/queries/pairs.server.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { utcDay } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { masteryCounted, masteryRatings, masteryWaiting } from '#db/schema/index.ts'
import { readOver } from '../queries/over.server.ts'
import { stepOf } from '../rules/pools.ts'
import { placeOf, roundsAt } from '../rules/rounds.ts'
import type { Answers } from '../rules/statements.ts'
import { lockPools, type Pooled, readWaiting, type StepAt, showSteps } from './pool.server.ts'

type Rating = typeof masteryRatings.$inferSelect
type Due = { rating: Rating; unitId: string; closedAt: Date }

/** Counts every rating, given in time, whose round has closed. */
export async function countClosedRatings(ctx: Ctx = here()): Promise<void> {
  const due = await listDue(ctx)
  const inOrder = due.toSorted((a, b) => Number(a.closedAt) - Number(b.closedAt) || keyOf(a).localeCompare(keyOf(b)))
  await forEachAlone(inOrder, (one) => count(one, ctx))
}

/** What was answered in time and not counted, where the round is over by now: whoever ended a walk has closed "before". */
async function listDue(ctx: Ctx): Promise<Due[]> {
  const { answers, answeredAt, closesAt, countedAt } = masteryRatings
  const inTime = or(isNull(closesAt), lt(answeredAt, closesAt))
  const ratings = await ctx.db
    .select()
    .from(masteryRatings)
    .where(and(isNotNull(answers), isNull(countedAt), inTime))
  const pairs = await readPairs([...new Set(ratings.map(({ pairId }) => pairId))], ctx)
  const over = await readOver(pairs, ctx)
  const byId = new Map(pairs.map((pair) => [pair.id, pair]))
  return ratings.flatMap((rating) => {
    const pair = byId.get(rating.pairId)
    const place = pair && placeOf(rating.personId, pair)
    if (!pair || !place) return []
    const { state, closesAt } = roundsAt(place, over(pair), ctx.now)[rating.round]
    const isOver = state === 'closed' || state === 'late'
    return isOver && closesAt ? [{ rating, unitId: pair.unit.id, closedAt: closesAt }] : []
  })
}

async function count({ rating, unitId, closedAt }: Due, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPools(tx)
    const taken = await takeOut(rating, closedAt, tx)
    if (!taken) return
    const { walker, round } = rating
    const quarter = quarterOf(utcDay(closedAt))
    const company = await enter(rating, yearOf(quarter), tx)
    if (company === null) return
    const rows = Object.entries(taken).flatMap(([statement, value]) =>
      value === null ? [] : [{ id: newId(), unitId, walker, round, statement, value, quarter, company }],
    )
    if (rows.length === 0) return
    await tx.db.insert(masteryWaiting).values(rows)
    await showWhatIsEnough({ unitId, walker, round }, tx)
  })
}

/** The answers as they stand, taken once: null when somebody else has taken them, or the person has deleted them. */
async function takeOut({ personId, pairId, round }: Rating, closedAt: Date, ctx: Ctx): Promise<Answers | null> {
  const [row] = await ctx.db
    .update(masteryRatings)
    .set({ countedAt: ctx.now, closesAt: closedAt })
    .where(
      and(
        eq(masteryRatings.personId, personId),
        eq(masteryRatings.pairId, pairId),
        eq(masteryRatings.round, round),
        isNull(masteryRatings.countedAt),
        isNotNull(masteryRatings.answers),
      ),
    )
    .returning({ answers: masteryRatings.answers })
  return row?.answers ?? null
}

/**
 * Once a person, round and year. @returns 1 for somebody new; 0 for somebody who was counted in an earlier year, and is no
 * company for their own earlier rating; null when they have been counted this year
 */
async function enter({ personId, walker, round }: Rating, year: number, ctx: Ctx): Promise<1 | 0 | null> {
  const entered = await ctx.db
    .insert(masteryCounted)
    .values({ personId, walker, round, year })
    .onConflictDoNothing()
    .returning({ year: masteryCounted.year })
  if (entered.length === 0) return null
  const same = and(eq(masteryCounted.personId, personId), eq(masteryCounted.walker, walker), eq(masteryCounted.round, round))
  const earlier = await ctx.db
    .select({ year: masteryCounted.year })
    .from(masteryCounted)
    .where(and(same, ne(masteryCounted.year, year)))
  return earlier.length > 0 ? 0 : 1
}

async function showWhatIsEnough({ unitId, walker, round }: Omit<Pooled, 'statement'> & { unitId: string }, ctx: Ctx) {
  const waiting = (await readWaiting(ctx, eq(masteryWaiting.unitId, unitId))).filter(
    (one) => one.walker === walker && one.round === round,
  )
  const steps = [...new Set(waiting.map(({ statement }) => statement))].flatMap((statement): StepAt[] => {
    const step = stepOf(
      waiting.filter((one) => one.statement === statement),
      settings().SMALLEST_GROUP,
    )
    return step ? [{ ...step, unitId, walker, round, statement }] : []
  })
  await showSteps(steps, ctx)
}

function keyOf({ rating: { pairId, personId, round } }: Due): string {
  return `${pairId} ${personId} ${round}`
}
