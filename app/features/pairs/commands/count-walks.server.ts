// Counts the walks for the indicators of learning paths (LP3, LP4, LP5): every night, as states. Why so: docs/decisions/0030.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { measureState } from '#app/features/indicators/commands.server.ts'
import { firstDayOf, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { firstOpenQuarter } from '#app/features/indicators/rules/states.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { addDays, type Day, utcDay } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { measuredStates, units } from '#db/schema/index.ts'
import { readWalksThen } from '../queries/walks-then.server.ts'
import { type CountedAt, type CountedThing, countWalksOn, type FedByWalks, fedByWalks } from '../rules/counted-walks.ts'

const fed: readonly FedByWalks[] = Object.values(fedByWalks)

/**
 * Counts as it stood at the end of yesterday, for yesterday's quarter; in the first days of a quarter also as it stood on the
 * last day of the one before, for what came of its talks is often noted some days later. Run twice it changes nothing.
 */
export async function countWalks(ctx: Ctx = here()): Promise<void> {
  const today = utcDay(ctx.now)
  const open = firstOpenQuarter(today)
  const days = [addDays(firstDayOf(open + 1), -1), addDays(today, -1)].filter((day) => day < today && quarterOf(day) >= open)
  await forEachAlone([...new Set(days)], (day) => countOn(day, ctx))
}

async function countOn(day: Day, ctx: Ctx): Promise<void> {
  const quarter = quarterOf(day)
  const counted = countWalksOn(await readWalksThen({ day, since: firstDayOf(quarter) }, ctx), day)
  const states = (await listUnits(counted, quarter, ctx)).flatMap((unitId) =>
    fed.map((indicatorId): [string, FedByWalks, CountedThing[]] => [
      unitId,
      indicatorId,
      counted.get(unitId)?.[indicatorId] ?? [],
    ]),
  )
  await forEachAlone(states, ([unitId, indicatorId, people]) => measureState(ctx, { indicatorId, unitId, day, people }))
}

/** Open units where somebody is counted, and those where somebody was earlier in the quarter. */
async function listUnits(counted: CountedAt, quarter: number, ctx: Ctx): Promise<string[]> {
  const measured = await ctx.db
    .selectDistinct({ unitId: measuredStates.unitId })
    .from(measuredStates)
    .where(and(eq(measuredStates.quarter, quarter), inArray(measuredStates.indicatorId, [...fed])))
  const ids = new Set([...counted.keys(), ...measured.map(({ unitId }) => unitId)])
  const rows = await ctx.db
    .select({ id: units.id })
    .from(units)
    .where(and(inArray(units.id, [...ids]), isNull(units.closedAt)))
    .orderBy(units.id)
  return rows.map(({ id }) => id)
}
