// Who is counted: signed versions that are never changed.
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { countingRules, type units } from '#db/schema/index.ts'
import { canDecideCounting } from '../policy.ts'
import { findCountedUnit } from '../queries/counting.server.ts'
import { steps } from '../reference.server.ts'
import type { countingForm, countingWithdrawal } from '../rules/counting.ts'

type Signed = { unitId: string; language: string }

/**
 * Says who is counted at the unit and everything below it, from a day on. Quarters that are closed stay as they were counted.
 * @throws DomainError not_found, forbidden; invalid when there is no such step
 */
export async function decideCounting(actor: Person, input: z.output<typeof countingForm> & Signed, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await findDecided(actor, input.unitId, ctx)
    if (!steps.includes(input.basicStep)) throw new DomainError('invalid', 'training_error_no_step')
    await insertRow(actor, { ...input, validMonths: input.validMonths ?? null }, ctx)
  })
}

/** Takes the unit's own definition back from today: what is decided above it holds again. @throws as `decideCounting` */
export async function withdrawCounting(
  actor: Person,
  input: z.output<typeof countingWithdrawal> & Signed,
  ctx: Ctx,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { timeZone } = await findDecided(actor, input.unitId, ctx)
    const nothing = { base: null, basicStep: null, validMonths: null }
    await insertRow(actor, { ...input, ...nothing, validFrom: dayAt(ctx.now, timeZone) }, ctx)
  })
}

async function findDecided(actor: Person, unitId: string, ctx: Ctx): Promise<typeof units.$inferSelect> {
  const unit = await findCountedUnit(actor, unitId, ctx)
  allowed(canDecideCounting(actor, unit.lineage), 'training_error_not_yours')
  return unit
}

async function insertRow(actor: Person, row: Omit<typeof countingRules.$inferInsert, 'setBy' | 'setName' | 'setAt'>, ctx: Ctx) {
  const made = await ctx.db
    .insert(countingRules)
    .values({ ...row, setBy: actor.id, setName: actor.name, setAt: ctx.now })
    .onConflictDoNothing({ target: countingRules.id })
    .returning({ id: countingRules.id })
  if (made.length > 0) return
  // Pressed twice: the first press did it. Somebody else's id is somebody else's.
  const [known] = await ctx.db.select().from(countingRules).where(eq(countingRules.id, row.id))
  found(known?.setBy === actor.id || undefined)
}
