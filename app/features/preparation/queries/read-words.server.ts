// What is written so far, blank rows included, as rows and as words. Unguarded: for this room's commands and queries.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Visit } from '#app/features/visits/rules.ts'
import type { Ctx } from '#db/context.server.ts'
import { goals, improvementWorks, preparationAnswers } from '#db/schema/index.ts'
import { type FormDefinition, fieldsOf } from '../definition.ts'
import type { Words } from '../rules.ts'
import { workFields } from '../words.ts'

export type Rows = {
  answers: (typeof preparationAnswers.$inferSelect)[]
  goals: (typeof goals.$inferSelect)[]
  works: (typeof improvementWorks.$inferSelect)[]
}

/** The works that the guests bring; what is decided on later is no part of the form. */
export function isBrought(visitId: string) {
  const { origin, withdrawnAt } = improvementWorks
  return and(eq(improvementWorks.visitId, visitId), eq(origin, 'brought'), isNull(withdrawnAt))
}

export async function readRows(visitId: string, ctx: Ctx): Promise<Rows> {
  return {
    answers: await ctx.db.select().from(preparationAnswers).where(eq(preparationAnswers.visitId, visitId)),
    goals: await ctx.db
      .select()
      .from(goals)
      .where(and(eq(goals.visitId, visitId), isNull(goals.withdrawnAt)))
      .orderBy(asc(goals.position), asc(goals.createdAt), asc(goals.id)),
    works: await ctx.db
      .select()
      .from(improvementWorks)
      .where(isBrought(visitId))
      .orderBy(asc(improvementWorks.position), asc(improvementWorks.createdAt), asc(improvementWorks.id)),
  }
}

/** The words of one side's goals, the works and the answers; an answer that nobody touched begins from the inquiry. */
export function wordsOf(rows: Rows, visit: Pick<Visit, 'inquiry'>, form: FormDefinition, side: 'host' | 'guest'): Words {
  const words: Words = { answer: {}, goal: {}, work: {} }
  for (const field of fieldsOf(form, 'guest')) {
    if (field.type === 'long_text' && field.beginsFrom === 'inquiry') words.answer[field.id] = { value: visit.inquiry }
  }
  for (const answer of rows.answers) words.answer[answer.field] = { value: answer.value }
  for (const goal of rows.goals) if (goal.side === side) words.goal[goal.id] = { text: goal.text }
  for (const work of rows.works) words.work[work.id] = Object.fromEntries(workFields.map((field) => [field, work[field]]))
  return words
}
