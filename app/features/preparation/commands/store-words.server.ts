// Puts one settled text where it belongs. The caller has checked rights, state and version, and holds the preparation.
import { and, eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { goals, improvementWorks, preparationAnswers } from '#db/schema/index.ts'
import { authorIn } from '../policy.ts'
import type { Rows } from '../queries/read-words.server.ts'
import type { Target } from '../rules.ts'
import type { Desk } from './begin-writing.server.ts'

/** More would be a list of wishes, not goals. */
const MOST_GOALS = 20
export const MOST_WORKS = 10

export type Text = {
  target: Target
  text: string
  language: string /** The writer chose the language for this very text. */
  chosen: boolean
}

/**
 * A text keeps its language when somebody else mends it: it changes only with its own author, or when it is chosen.
 * @throws conflict when there are too many goals or works already.
 */
export async function storeText(actor: Person, desk: Desk, rows: Rows, input: Text, ctx: Ctx): Promise<void> {
  if (input.target.subject === 'answer') return storeAnswer(actor, desk, rows, input, ctx)
  if (input.target.subject === 'goal') return storeGoal(actor, desk, rows, input, ctx)
  return storeWork(actor, desk, rows, input, ctx)
}

/**
 * An id that is not among the own side's standing goals or works is either new or not theirs to write.
 * @throws not_found for the other side's and other visits' ids, gone for one that was withdrawn here.
 */
export async function refuseForeign(desk: Desk, rows: Rows, { subject, id }: Target, ctx: Ctx): Promise<void> {
  if (subject === 'answer') return
  const own = subject === 'goal' ? rows.goals.filter((goal) => goal.side === desk.side) : rows.works
  if (own.some((row) => row.id === id)) return
  const table = subject === 'goal' ? goals : improvementWorks
  const known = await ctx.db
    .select({ visitId: table.visitId, withdrawnAt: table.withdrawnAt })
    .from(table)
    .where(eq(table.id, id))
  if (!known[0]) return
  const ours = known[0].visitId === desk.file.visit.id && known[0].withdrawnAt !== null
  throw ours ? new DomainError('gone', 'preparation_error_withdrawn') : new DomainError('not_found')
}

async function storeAnswer(actor: Person, desk: Desk, rows: Rows, input: Text, ctx: Ctx): Promise<void> {
  const field = input.target.id
  const before = rows.answers.find((answer) => answer.field === field)
  const language = languageFor(before && { by: before.updatedBy, ...before }, actor, input, before?.value)
  const written = { value: input.text, language, updatedBy: actor.id, updatedAt: ctx.now }
  await ctx.db
    .insert(preparationAnswers)
    .values({ visitId: desk.file.visit.id, field, ...written })
    .onConflictDoUpdate({ target: [preparationAnswers.visitId, preparationAnswers.field], set: written })
}

async function storeGoal(actor: Person, desk: Desk, rows: Rows, input: Text, ctx: Ctx): Promise<void> {
  const { id } = input.target
  const before = rows.goals.find((goal) => goal.id === id)
  if (before) {
    const language = languageFor({ by: before.createdBy, ...before }, actor, input, before.text)
    await ctx.db
      .update(goals)
      .set({ text: input.text, language, ...mark(actor, ctx) })
      .where(eq(goals.id, id))
    return
  }
  const own = rows.goals.filter((goal) => goal.side === desk.side)
  if (own.length >= MOST_GOALS) throw new DomainError('conflict', 'preparation_error_many_goals', { count: MOST_GOALS })
  const made = await ctx.db
    .insert(goals)
    .values({ id, side: desk.side, text: input.text, ...fresh(actor, desk, own, input, ctx) })
    .returning()
  rows.goals.push(found(made[0]))
}

async function storeWork(actor: Person, desk: Desk, rows: Rows, input: Text, ctx: Ctx): Promise<void> {
  const { id, field } = input.target
  const before = rows.works.find((work) => work.id === id)
  if (before) {
    const words = `${before.title}${before.aim}${before.method}${before.measure}${before.struggle}`
    const language = languageFor({ by: before.createdBy, ...before }, actor, input, words)
    await ctx.db
      .update(improvementWorks)
      .set({ [field]: input.text, language, ...mark(actor, ctx) })
      .where(eq(improvementWorks.id, id))
    return
  }
  if (rows.works.length >= MOST_WORKS) throw new DomainError('conflict', 'preparation_error_many_works', { count: MOST_WORKS })
  const made = await ctx.db
    .insert(improvementWorks)
    .values({ id, title: '', [field]: input.text, ...fresh(actor, desk, rows.works, input, ctx) })
    .returning()
  rows.works.push(found(made[0]))
}

function languageFor(
  before: { by: string | null; language: string } | undefined,
  actor: Person,
  input: Text,
  words: string | undefined,
): string {
  const keeps = before && !input.chosen && before.by !== actor.id && words?.trim()
  return keeps ? before.language : input.language
}

function mark(actor: Person, ctx: Ctx) {
  return { updatedBy: actor.id, updatedAt: ctx.now }
}

function fresh(actor: Person, desk: Desk, others: readonly { position: number }[], input: Text, ctx: Ctx) {
  return {
    visitId: desk.file.visit.id,
    participantId: authorIn(desk.file, actor.id),
    language: input.language,
    position: Math.max(-1, ...others.map((other) => other.position)) + 1,
    createdBy: actor.id,
    createdAt: ctx.now,
    ...mark(actor, ctx),
  }
}

/** Takes a goal or a work out of the visit; it keeps its row, for what was judged or planned with it. */
export async function storeWithdrawal(
  actor: Person,
  desk: Desk,
  subject: 'goal' | 'work',
  id: string,
  ctx: Ctx,
): Promise<void> {
  const table = subject === 'goal' ? goals : improvementWorks
  await ctx.db
    .update(table)
    .set({ withdrawnAt: ctx.now, withdrawnBy: actor.id, ...mark(actor, ctx) })
    .where(and(eq(table.id, id), eq(table.visitId, desk.file.visit.id)))
}
