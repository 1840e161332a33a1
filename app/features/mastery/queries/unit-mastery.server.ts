// What those who walk at a unit, and below it, have rated: only what may be shown, and of nobody in particular.
import { type AnyColumn, and, between, eq, sql } from 'drizzle-orm'
import { mayReadIndicatorsOf } from '#app/features/indicators/queries.server.ts'
import { firstDayOf, type Period, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { type Walker, walkers } from '#app/features/pairs/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { utcDay } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { masteryShown, units } from '#db/schema/index.ts'
import { allStatements, latestInstrument, scale } from '../reference.server.ts'
import type { Tally } from '../rules/pools.ts'
import type { Statement } from '../rules/statements.ts'
import { type Round, rounds } from '../words.ts'

/** A path takes the better part of a year and the last round comes half a year later: two years hold all three of one walk. */
const QUARTERS = 8

export type Distribution = { round: Round; people: number; tally: Tally }

/** @throws not_found unless the actor may see the unit's results */
export async function findUnitMasteryFor(
  actor: Actor,
  { unitId, locale }: { unitId: string; locale: Locale },
  ctx: Ctx = here(),
) {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const { id, name, language, lineage } = found(row)
  hiddenUnless(await mayReadIndicatorsOf(actor, lineage, ctx))
  const running = quarterOf(utcDay(ctx.now))
  const period = { from: running - QUARTERS + 1, to: running }
  const shown = await readShown(unitId, period, ctx)
  return {
    unit: { id, name, language },
    since: firstDayOf(period.from),
    least: settings().SMALLEST_GROUP,
    steps: scale.steps.map(({ value, label }) => ({ value, label: label[locale] })),
    groups: walkers.map((walker) => ({
      walker,
      statements: statementsOf(walker, shown).map((statement) => ({
        ...{ id: statement.id, text: statement.text[locale], indicatorId: statement.feeds?.indicator ?? null },
        distributions: rounds.map((round) => distributionIn(shown, { walker, round, statement: statement.id })),
      })),
    })),
  }
}

export type UnitMastery = Awaited<ReturnType<typeof findUnitMasteryFor>>

type Shown = { walker: Walker; round: Round; statement: string; tally: Tally }

async function readShown(unitId: string, { from, to }: Period, ctx: Ctx): Promise<Shown[]> {
  const { walker, round, statement, ones, twos, threes, fours, fives } = masteryShown
  const total = (column: AnyColumn) => sql<number>`sum(${column})`.mapWith(Number)
  const rows = await ctx.db
    .select({
      ...{ walker, round, statement },
      ...{ ones: total(ones), twos: total(twos), threes: total(threes), fours: total(fours), fives: total(fives) },
    })
    .from(masteryShown)
    .where(and(eq(masteryShown.unitId, unitId), between(masteryShown.quarter, from, to)))
    .groupBy(walker, round, statement)
  return rows.map(({ walker, round, statement, ...n }) => ({
    ...{ walker, round, statement, tally: [n.ones, n.twos, n.threes, n.fours, n.fives] },
  }))
}

function distributionIn(shown: readonly Shown[], of: Omit<Shown, 'tally'>): Distribution {
  const row = shown.find((one) => one.walker === of.walker && one.round === of.round && one.statement === of.statement)
  const tally: Tally = row?.tally ?? [0, 0, 0, 0, 0]
  return { round: of.round, tally, people: tally.reduce((sum, count) => sum + count, 0) }
}

/** What the indicator counts stands first; statements of older versions only while there is something to show. */
function statementsOf(walker: Walker, shown: readonly Shown[]): Statement[] {
  const latest = latestInstrument(walker).statements
  const older = allStatements.filter(
    ({ id }) => !latest.some((one) => one.id === id) && shown.some((one) => one.walker === walker && one.statement === id),
  )
  return [...latest, ...older].toSorted((a, b) => Number(Boolean(b.feeds)) - Number(Boolean(a.feeds)))
}
