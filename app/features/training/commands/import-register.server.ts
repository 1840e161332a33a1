// Brings a register to what a table says: adds and corrects, takes nobody out; all of it or nothing.
import { eq, sql } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { trainingCourses, trainingEmployees } from '#db/schema/index.ts'
import { readRegister } from '../queries/read-register.server.ts'
import { definitions } from '../reference.server.ts'
import { type Planned, planImport } from '../rules/import.ts'
import { readRegisterLines } from '../rules/lines.ts'
import { enterRegister } from './enter-register.server.ts'

/**
 * The same table twice changes nothing the second time.
 * @throws DomainError not_found; conflict when the unit is closed, or the register has changed so that the table no longer fits
 */
export async function importRegister(
  actor: Person,
  { unitId, text }: { unitId: string; text: string },
  ctx: Ctx,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await enterRegister(actor, unitId, ctx)
    const read = readRegisterLines(text, definitions)
    const { plan, faults } = planImport(await readRegister(unitId, ctx), read.lines)
    if (read.faults.length + faults.length > 0) throw new DomainError('conflict', 'training_error_import_stale')
    for (const planned of plan.planned) await bring(actor, unitId, planned, ctx)
  })
}

async function bring(actor: Person, unitId: string, { id, fields, changed, courses }: Planned, ctx: Ctx): Promise<void> {
  const stamp = { addedAt: ctx.now, addedBy: actor.id }
  const employeeId = id ?? newId()
  if (id === null) await ctx.db.insert(trainingEmployees).values({ id: employeeId, unitId, ...fields, ...stamp })
  else if (changed.length > 0) await change(id, fields, ctx)
  for (const { id: courseId, step, takenOn, ...said } of courses) {
    if (courseId) {
      const version = sql`${trainingCourses.version} + 1`
      await ctx.db
        .update(trainingCourses)
        .set({ ...said, version })
        .where(eq(trainingCourses.id, courseId))
    } else await ctx.db.insert(trainingCourses).values({ id: newId(), employeeId, step, takenOn, ...said, ...stamp })
  }
}

async function change(id: string, fields: Planned['fields'], ctx: Ctx): Promise<void> {
  const [before] = await ctx.db.select().from(trainingEmployees).where(eq(trainingEmployees.id, id))
  await ctx.db
    .update(trainingEmployees)
    .set({ ...fields, version: (before?.version ?? 1) + 1 })
    .where(eq(trainingEmployees.id, id))
}
