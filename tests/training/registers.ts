// Registers for tests: `const åse = await anEmployee(ctx, ward)`. They write straight to the tables.

import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { trainingCourses, trainingEmployees, trainingRegisters } from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import type { TestCtx } from '#tests/support/db.ts'
import type { Unit } from '#tests/support/factories.ts'
import { aUnit } from '#tests/support/factories.ts'

type Given = Partial<typeof trainingEmployees.$inferInsert> & { took?: readonly (readonly [step: number, takenOn: string])[] }

/** Somebody who supervises at the unit, with the courses `took`. */
export async function anEmployee(
  ctx: Ctx,
  unit: Pick<Unit, 'id'>,
  given: Given = {},
): Promise<{ id: string; courseIds: string[] }> {
  const { took = [], ...columns } = given
  const id = columns.id ?? newId()
  const row = { id, unitId: unit.id, name: `Åse ${id.slice(0, 8)}`, supervising: 'supervises' as const, addedAt: ctx.now }
  await ctx.db.insert(trainingRegisters).values({ unitId: unit.id, openedAt: ctx.now }).onConflictDoNothing()
  await ctx.db.insert(trainingEmployees).values({ ...row, ...columns })
  const courses = took.map(([step, takenOn]) => ({ id: newId(), employeeId: id, step, takenOn, addedAt: ctx.now }))
  if (courses.length > 0) await ctx.db.insert(trainingCourses).values(courses)
  return { id, courseIds: courses.map((course) => course.id) }
}

/** `trained` people with step 1 and `others` without, all of whom supervise. */
export async function aRegister(ctx: Ctx, unit: Pick<Unit, 'id'>, trained: number, others: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < trained + others; index += 1) {
    const took = index < trained ? ([[1, '2025-02-03']] as const) : []
    ids.push((await anEmployee(ctx, unit, { took })).id)
  }
  return ids
}

/** A ward in a region, with who manages it and who leads the education of the region. */
export async function aWard(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Regionen' })
  const ward = await aUnit(ctx, { parent: region, name: 'Tallbacken' })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const lead = await aPersonWith(ctx, 'education_lead', { unit: region })
  return { region, ward, manager, lead }
}
