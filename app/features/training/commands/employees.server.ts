// Who stands in a unit's register.
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { addDays, dayAt } from '#app/kernel/days.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { trainingEmployees } from '#db/schema/index.ts'
import { hasBeenCounted } from '../queries/read-register.server.ts'
import type { EmployeeFields, newEmployeeInput } from '../rules/employee.ts'
import { enterRegister, refuseTwice } from './enter-register.server.ts'

type NewEmployee = z.output<typeof newEmployeeInput> & { unitId: string }

/** Adds somebody. The same id twice adds one. @throws DomainError not_found; conflict when they stand there already */
export async function addEmployee(actor: Person, input: NewEmployee, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { id, unitId, ...fields } = input
    await enterRegister(actor, unitId, ctx)
    const [known] = await ctx.db.select().from(trainingEmployees).where(eq(trainingEmployees.id, id))
    if (known) return void found(known.unitId === unitId || undefined)
    const row = rowOf(fields)
    await refuseTwice(unitId, id, row, ctx)
    await ctx.db.insert(trainingEmployees).values({ id, unitId, ...row, addedAt: ctx.now, addedBy: actor.id })
  })
}

type Place = { unitId: string; employeeId: string }

/**
 * Changes what is written about somebody, when `version` is the one that was read.
 * @throws DomainError not_found; conflict when somebody has changed it in between, or another row goes by the same name
 */
export async function changeEmployee(actor: Person, input: EmployeeFields & Place, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { unitId, employeeId, version, ...fields } = input
    await enterRegister(actor, unitId, ctx)
    const employee = await findEmployee(input, ctx)
    if (employee.version !== version) throw new DomainError('conflict', 'training_error_version')
    const row = rowOf(fields)
    await refuseTwice(unitId, employeeId, row, ctx)
    await ctx.db
      .update(trainingEmployees)
      .set({ ...row, version: version + 1 })
      .where(eq(trainingEmployees.id, employeeId))
  })
}

/**
 * Takes somebody out of the register. Whoever has been counted is kept with yesterday as the last day, since the count was made
 * of them; who has not is erased with their courses.
 * @throws DomainError not_found
 */
export async function removeEmployee(actor: Person, input: Place, ctx: Ctx): Promise<'ended' | 'erased'> {
  return transaction(ctx, async (ctx) => {
    const unit = await enterRegister(actor, input.unitId, ctx)
    const employee = await findEmployee(input, ctx)
    if (!(await hasBeenCounted(employee.id, ctx))) {
      await ctx.db.delete(trainingEmployees).where(eq(trainingEmployees.id, employee.id))
      return 'erased'
    }
    const yesterday = addDays(dayAt(ctx.now, unit.timeZone), -1)
    const isOver = employee.employedUntil !== null && employee.employedUntil <= yesterday
    if (isOver) return 'ended'
    const employedFrom = employee.employedFrom && employee.employedFrom > yesterday ? yesterday : employee.employedFrom
    await ctx.db
      .update(trainingEmployees)
      .set({ employedFrom, employedUntil: yesterday, version: employee.version + 1 })
      .where(eq(trainingEmployees.id, employee.id))
    return 'ended'
  })
}

/** The row at this unit, and no other. @throws DomainError not_found */
export async function findEmployee({ unitId, employeeId }: Place, ctx: Ctx): Promise<typeof trainingEmployees.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(trainingEmployees)
    .where(and(eq(trainingEmployees.id, employeeId), eq(trainingEmployees.unitId, unitId)))
  return found(row)
}

function rowOf(fields: Omit<EmployeeFields, 'version'>) {
  const { name, email = '', reference, supervising, employedFrom = null, employedUntil = null } = fields
  return { name, email, reference, supervising, employedFrom, employedUntil }
}
