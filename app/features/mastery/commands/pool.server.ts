// Lets ratings show: takes them out of the waiting room, adds them at the unit and above, and tells the indicators. Its law:
// what shows here and what the indicators show are the same steps of the same people.
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { recordObservations } from '#app/features/indicators/commands.server.ts'
import { firstDayOf } from '#app/features/indicators/rules/periods.ts'
import type { Observation } from '#app/features/indicators/rules/words.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { masteryShown, masteryWaiting, units } from '#db/schema/index.ts'
import { statementOf } from '../reference.server.ts'
import type { Step } from '../rules/pools.ts'
import { isHigh, values } from '../rules/statements.ts'
import type { Round } from '../words.ts'

export type Pooled = { walker: Walker; round: Round; statement: string }
export type StepAt = Step & Pooled & { unitId: string }

/** One counter at a time, so that two who count at once cannot both find too few, or show one rating twice. */
export async function lockPools(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('mastery'))`)
}

/** Called once a transaction, as the indicators ask, after `lockPools`. */
export async function showSteps(steps: readonly StepAt[], ctx: Ctx): Promise<void> {
  for (const step of steps) {
    await ctx.db.delete(masteryWaiting).where(inArray(masteryWaiting.id, step.ids))
    await addShown(step, ctx)
  }
  const observations = steps.flatMap(observationOf)
  if (observations.length > 0) await recordObservations(ctx, observations)
}

async function addShown({ unitId, walker, round, statement, quarter, tally }: StepAt, ctx: Ctx): Promise<void> {
  const [unit] = await ctx.db.select({ lineage: units.lineage }).from(units).where(eq(units.id, unitId))
  const [ones, twos, threes, fours, fives] = tally
  const counts = { ones, twos, threes, fours, fives }
  const rows = found(unit).lineage.map((id) => ({ unitId: id, walker, round, statement, quarter, ...counts }))
  const { unitId: at, walker: who, round: when, statement: what, quarter: since } = masteryShown
  await ctx.db
    .insert(masteryShown)
    .values(rows)
    .onConflictDoUpdate({
      target: [at, who, when, what, since],
      set: {
        ones: sql`${masteryShown.ones} + excluded.ones`,
        twos: sql`${masteryShown.twos} + excluded.twos`,
        threes: sql`${masteryShown.threes} + excluded.threes`,
        fours: sql`${masteryShown.fours} + excluded.fours`,
        fives: sql`${masteryShown.fives} + excluded.fives`,
      },
    })
}

/** What the step adds to the indicator that its statement feeds in this round, if it feeds one. */
function observationOf({ unitId, walker, round, statement, quarter, tally, people }: StepAt): Observation[] {
  const { feeds } = statementOf(statement)
  const strand = round === 'before' ? undefined : feeds?.rounds[round]
  if (!feeds || !strand) return []
  const sum = (of: readonly number[]) => of.reduce((total, count) => total + count, 0)
  const high = values.filter(isHigh).map((value) => tally[value - 1] ?? 0)
  const counts = { numerator: sum(high), denominator: sum(tally), answers: people }
  return [{ indicatorId: feeds.indicator, strand, unitId, group: walker, part: statement, day: firstDayOf(quarter), ...counts }]
}

/** Everything that waits, oldest unit first; the order decides nothing. */
export async function readWaiting(ctx: Ctx, where?: ReturnType<typeof eq>) {
  return ctx.db.select().from(masteryWaiting).where(where).orderBy(asc(masteryWaiting.unitId), asc(masteryWaiting.id))
}
