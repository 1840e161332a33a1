import { and, asc, eq, exists, gte, inArray } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { registerCounts, trainingCourses, trainingEmployees } from '#db/schema/index.ts'

export type Course = typeof trainingCourses.$inferSelect
export type Employee = typeof trainingEmployees.$inferSelect & { courses: Course[] }

/** Everybody in a unit's register with their courses, oldest course first. Unguarded: for commands, and for queries that asked. */
export async function readRegister(unitId: string, ctx: Ctx): Promise<Employee[]> {
  const employees = await ctx.db.select().from(trainingEmployees).where(eq(trainingEmployees.unitId, unitId))
  if (employees.length === 0) return []
  const inRegister = ctx.db
    .select({ id: trainingEmployees.id })
    .from(trainingEmployees)
    .where(eq(trainingEmployees.unitId, unitId))
  const courses = await ctx.db
    .select()
    .from(trainingCourses)
    .where(inArray(trainingCourses.employeeId, inRegister))
    .orderBy(asc(trainingCourses.takenOn), asc(trainingCourses.step))
  const byEmployee = new Map<string, Course[]>(employees.map((employee) => [employee.id, []]))
  for (const course of courses) byEmployee.get(course.employeeId)?.push(course)
  return employees.map((employee) => ({ ...employee, courses: byEmployee.get(employee.id) ?? [] }))
}

/** Was the register counted while they stood in it? */
export async function hasBeenCounted(employeeId: string, ctx: Ctx): Promise<boolean> {
  const { unitId, countedAt } = registerCounts
  const count = ctx.db
    .select({ unitId })
    .from(registerCounts)
    .where(and(eq(unitId, trainingEmployees.unitId), gte(countedAt, trainingEmployees.addedAt)))
  const rows = await ctx.db
    .select({ id: trainingEmployees.id })
    .from(trainingEmployees)
    .where(and(eq(trainingEmployees.id, employeeId), exists(count)))
  return rows.length > 0
}
