// Counts registers for the indicator: by the clock when a quarter ends, and whenever those who keep one ask for it.
import { eq, isNull } from 'drizzle-orm'
import { type Measured, measureState } from '#app/features/indicators/commands.server.ts'
import { firstDayOf, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { firstOpenQuarter } from '#app/features/indicators/rules/states.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays, type Day, utcDay } from '#app/kernel/days.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { registerCounts, trainingRegisters, units } from '#db/schema/index.ts'
import { listVersions } from '../queries/counting.server.ts'
import { readRegister } from '../queries/read-register.server.ts'
import { definitions } from '../reference.server.ts'
import { countedOn, ruleInForce } from '../rules/counting.ts'
import { fedIndicator } from '../words.ts'
import { enterRegister, type KeptUnit, lockRegister } from './enter-register.server.ts'

/**
 * Counts one register as it is today, for the running quarter.
 * @throws DomainError not_found; conflict when the unit has moved during the quarter or is closed
 */
export async function countRegister(actor: Person, { unitId }: { unitId: string }, ctx: Ctx): Promise<Measured> {
  return transaction(ctx, async (ctx) => {
    const unit = await enterRegister(actor, unitId, ctx)
    const measured = await count(unit, dayOf(ctx), actor.id, ctx)
    if (measured === 'moved') throw new DomainError('conflict', 'training_error_moved')
    return measured
  })
}

/**
 * For the clock, every night. In the first days of a quarter every register is counted as it was on the last day of the
 * quarter before, anew each night, so that what is written down late comes along; on other nights there is nothing to do.
 */
export async function countRegisters(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx)
  if (firstOpenQuarter(today) === quarterOf(today)) return
  const lastDay = addDays(firstDayOf(quarterOf(today)), -1)
  const kept = await ctx.db
    .select({ unit: units })
    .from(trainingRegisters)
    .innerJoin(units, eq(units.id, trainingRegisters.unitId))
    .where(isNull(units.closedAt))
  await forEachAlone(kept, ({ unit }) =>
    transaction(ctx, async (ctx) => {
      await lockRegister(unit.id, ctx)
      await count(unit, lastDay, null, ctx)
    }),
  )
}

/** The store's quarters are cut at midnight UTC, wherever the unit is. */
function dayOf(ctx: Ctx): Day {
  return utcDay(ctx.now)
}

async function count(unit: KeptUnit, onDay: Day, countedBy: string | null, ctx: Ctx): Promise<Measured> {
  const { rule } = ruleInForce(unit.lineage, await listVersions(unit.lineage, ctx), onDay)
  const people = countedOn(definitions, await readRegister(unit.id, ctx), rule, onDay)
  const measured = await measureState(ctx, { indicatorId: fedIndicator.indicatorId, unitId: unit.id, day: onDay, people })
  if (measured === 'moved' || measured === 'closed') return measured
  const row = {
    onDay,
    numerator: people.filter((person) => person.reached).length,
    denominator: people.length,
    isShown: measured === 'shown',
    countedAt: ctx.now,
    countedBy,
  }
  await ctx.db
    .insert(registerCounts)
    .values({ unitId: unit.id, quarter: quarterOf(onDay), ...row })
    .onConflictDoUpdate({ target: [registerCounts.unitId, registerCounts.quarter], set: row })
  return measured
}
