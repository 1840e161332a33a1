// Ratings that found no company at their own unit are shown above, so that small units are not lost to those who steer.
import { inArray, max } from 'drizzle-orm'
import { type Quarter, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { utcDay } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { masteryShown, masteryWaiting, units } from '#db/schema/index.ts'
import { allLineages, handUp } from '../rules/pools.ts'
import { lockPools, type Pooled, readWaiting, type StepAt, showSteps } from './pool.server.ts'

/** For the clock, once a day: the laws of `handUp` in rules/pools.ts, statement by statement. */
export async function handUpRatings(ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPools(tx)
    const everything = await readWaiting(tx)
    if (everything.length === 0) return
    const lineages = await readLineages([...new Set(everything.map(({ unitId }) => unitId))], tx)
    const shown = await readShownIn(tx)
    const now = { running: quarterOf(utcDay(tx.now)), least: settings().SMALLEST_GROUP }
    const steps: StepAt[] = []
    const pooled = new Map(everything.map((one) => [keyOf(one), one]))
    for (const [key, { walker, round, statement }] of pooled) {
      const waiting = everything.filter((one) => keyOf(one) === key)
      const handed = handUp(waiting, { lineages, shownIn: shown.get(key) ?? new Map() }, now)
      for (const { ids, toUnitId, quarter } of handed.moved) {
        await tx.db.update(masteryWaiting).set({ unitId: toUnitId, quarter }).where(inArray(masteryWaiting.id, ids))
      }
      steps.push(...handed.steps.map((step) => ({ ...step, walker, round, statement })))
    }
    await showSteps(steps, tx)
  })
}

async function readLineages(unitIds: readonly string[], ctx: Ctx) {
  const rows = await ctx.db
    .select({ lineage: units.lineage })
    .from(units)
    .where(inArray(units.id, [...unitIds]))
  return allLineages(rows.map(({ lineage }) => lineage))
}

/** By what is pooled and by unit: the newest quarter that shows anything. */
async function readShownIn(ctx: Ctx): Promise<Map<string, Map<string, Quarter>>> {
  const { unitId, walker, round, statement, quarter } = masteryShown
  const rows = await ctx.db
    .select({ unitId, walker, round, statement, newest: max(quarter) })
    .from(masteryShown)
    .groupBy(unitId, walker, round, statement)
  const shown = new Map<string, Map<string, Quarter>>()
  for (const row of rows) {
    const units = shown.get(keyOf(row)) ?? new Map<string, Quarter>()
    shown.set(keyOf(row), units.set(row.unitId, row.newest ?? 0))
  }
  return shown
}

function keyOf({ walker, round, statement }: Pooled): string {
  return `${walker} ${round} ${statement}`
}
