import { eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { trainingEmployees, trainingRegisters, units } from '#db/schema/index.ts'
import { canKeepRegister } from '../policy.ts'
import { keyOf } from '../rules/employee.ts'

export type KeptUnit = typeof units.$inferSelect

/**
 * The unit whose register the actor may write, with the register locked: one writer at a time, so that nobody is written in
 * twice and a count sees a whole register. Runs in the command's transaction.
 * @throws DomainError not_found for others; conflict when the unit is closed
 */
export async function enterRegister(actor: Person, unitId: string, ctx: Ctx): Promise<KeptUnit> {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const unit = found(row)
  found(canKeepRegister(actor, unit.lineage) || undefined)
  if (unit.closedAt) throw new DomainError('conflict', 'training_error_closed_unit')
  await lockRegister(unitId, ctx)
  return unit
}

/** Opens the register when there is none, and waits for whoever writes in it. */
export async function lockRegister(unitId: string, ctx: Ctx): Promise<void> {
  await ctx.db.insert(trainingRegisters).values({ unitId, openedAt: ctx.now }).onConflictDoNothing()
  await ctx.db.select().from(trainingRegisters).where(eq(trainingRegisters.unitId, unitId)).for('update')
}

type Known = { email: string; reference: string; name: string }

/** @throws DomainError conflict when somebody else in the register goes by the same address, reference or name */
export async function refuseTwice(unitId: string, employeeId: string, known: Known, ctx: Ctx): Promise<void> {
  const { id, email, reference, name } = trainingEmployees
  const others = await ctx.db
    .select({ id, email, reference, name })
    .from(trainingEmployees)
    .where(eq(trainingEmployees.unitId, unitId))
  if (others.some((other) => other.id !== employeeId && keyOf(other) === keyOf(known))) {
    throw new DomainError('conflict', 'training_error_twice')
  }
}
