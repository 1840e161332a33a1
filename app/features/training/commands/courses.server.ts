// Which courses somebody in the register has taken.
import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { trainingCourses } from '#db/schema/index.ts'
import { definitions } from '../reference.server.ts'
import type { CourseFields, newCourseInput } from '../rules/employee.ts'
import { definitionOn } from '../rules/steps.ts'
import { findEmployee } from './employees.server.ts'
import { enterRegister } from './enter-register.server.ts'

type Place = { unitId: string; employeeId: string }

/** Adds a course. The same id twice adds one. @throws DomainError not_found; invalid, conflict as `checkCourse` */
export async function addCourse(actor: Person, input: z.output<typeof newCourseInput> & Place, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { id, unitId, employeeId, ...fields } = input
    await enterRegister(actor, unitId, ctx)
    await findEmployee(input, ctx)
    const [known] = await ctx.db.select().from(trainingCourses).where(eq(trainingCourses.id, id))
    if (known) return void found(known.employeeId === employeeId || undefined)
    await checkCourse(employeeId, id, fields, ctx)
    await ctx.db.insert(trainingCourses).values({ id, employeeId, ...fields, addedAt: ctx.now, addedBy: actor.id })
  })
}

/**
 * Changes a course, when `version` is the one that was read.
 * @throws DomainError not_found; conflict when somebody has changed it in between; invalid, conflict as `checkCourse`
 */
export async function changeCourse(actor: Person, input: CourseFields & Place & { courseId: string }, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { courseId, unitId, employeeId, version, ...fields } = input
    await enterRegister(actor, unitId, ctx)
    const course = await findCourse(input, ctx)
    if (course.version !== version) throw new DomainError('conflict', 'training_error_version')
    await checkCourse(employeeId, courseId, fields, ctx)
    await ctx.db
      .update(trainingCourses)
      .set({ ...fields, version: version + 1 })
      .where(eq(trainingCourses.id, courseId))
  })
}

/** Takes back a course that was written down by mistake. Gone already is as good. @throws DomainError not_found */
export async function removeCourse(actor: Person, input: Place & { courseId: string }, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await enterRegister(actor, input.unitId, ctx)
    await findEmployee(input, ctx)
    await ctx.db
      .delete(trainingCourses)
      .where(and(eq(trainingCourses.id, input.courseId), eq(trainingCourses.employeeId, input.employeeId)))
  })
}

/** @throws DomainError invalid when there was no such step on the day; conflict when the course stands there already */
async function checkCourse(
  employeeId: string,
  id: string,
  { step, takenOn }: Pick<CourseFields, 'step' | 'takenOn'>,
  ctx: Ctx,
): Promise<void> {
  if (!definitionOn(definitions, step, takenOn)) throw new DomainError('invalid', 'training_error_no_step')
  const same = and(
    eq(trainingCourses.employeeId, employeeId),
    eq(trainingCourses.step, step),
    eq(trainingCourses.takenOn, takenOn),
    ne(trainingCourses.id, id),
  )
  const [other] = await ctx.db.select().from(trainingCourses).where(same)
  if (other) throw new DomainError('conflict', 'training_error_course_twice')
}

async function findCourse(place: Place & { courseId: string }, ctx: Ctx): Promise<typeof trainingCourses.$inferSelect> {
  await findEmployee(place, ctx)
  const [row] = await ctx.db
    .select()
    .from(trainingCourses)
    .where(and(eq(trainingCourses.id, place.courseId), eq(trainingCourses.employeeId, place.employeeId)))
  return found(row)
}
