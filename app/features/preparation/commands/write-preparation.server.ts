import { eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { users } from '#db/schema/index.ts'
import { answerFieldsOf } from '../definition.ts'
import { canWriteGoals, canWritePreparation } from '../policy.ts'
import { type Rows, readRows, wordsOf } from '../queries/read-words.server.ts'
import { type FieldInput, goalsState, settle, type Target, targetKey, textAt, versionOf } from '../rules.ts'
import type { Written } from '../words.ts'
import { beginWriting, type Desk, requireState } from './begin-writing.server.ts'
import { refuseForeign, storeText } from './store-words.server.ts'

export type WritePreparation = {
  visitId: string
  fields: readonly FieldInput[]
  /** BCP 47: the language the writer uses. */
  language: string
  /** The language was chosen for these very texts: also another's text takes it. */
  languageChosen?: boolean
}

/**
 * Saves what was typed, field by field, each against the version it began from (autosave sends one, a plain form all).
 * What somebody else changed in between is never overwritten: that field answers `conflict` with both sides' text in reach,
 * the others are saved. Guests write the form; hosts write their own goals, also when the guests' form is locked.
 * @throws conflict when the form is not open, not_found for ids of other visits, forbidden for the other side's fields.
 */
export async function writePreparation(actor: Person, input: WritePreparation, ctx: Ctx = here()): Promise<Written[]> {
  return transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    requireState(goalsState(desk.state, desk.side), 'open')
    const rows = await readRows(input.visitId, tx)
    const written: Written[] = []
    for (const field of input.fields) written.push(await writeField(actor, desk, rows, field, input, tx))
    if (written.some((each) => each.outcome === 'saved')) ring(tx, roomOf.visit(input.visitId), 'preparation')
    return written
  })
}

async function writeField(
  actor: Person,
  desk: Desk,
  rows: Rows,
  field: FieldInput,
  { language, languageChosen: chosen = false }: WritePreparation,
  ctx: Ctx,
): Promise<Written> {
  mayWrite(actor, desk, field.target)
  await refuseForeign(desk, rows, field.target, ctx)
  const standing = textAt(wordsOf(rows, desk.file.visit, desk.form, desk.side), field.target)
  const verdict = settle(field.base, standing, field.text)
  const target = targetKey(field.target)
  if (verdict === 'conflict') {
    const { by, at } = await lastWriter(rows, field.target, ctx)
    return { target, outcome: 'conflict', version: versionOf(standing), text: standing, by, at: at ?? ctx.now }
  }
  if (verdict === 'write') {
    await storeText(actor, desk, rows, { target: field.target, text: field.text, language, chosen }, ctx)
    return { target, outcome: 'saved', version: versionOf(field.text), text: field.text, by: null, at: ctx.now }
  }
  return { target, outcome: 'unchanged', version: versionOf(standing), text: standing, by: null, at: ctx.now }
}

/** @throws forbidden when the field is the other side's, not_found when the form has no such field. */
export function mayWrite(actor: Person, desk: Desk, target: Target): void {
  if (target.subject === 'goal') {
    allowed(canWriteGoals(actor, desk.file, desk.side))
    return
  }
  allowed(canWritePreparation(actor, desk.file), 'preparation_error_guests_write')
  if (target.subject === 'answer' && !answerFieldsOf(desk.form).includes(target.id)) throw new DomainError('not_found')
}

async function lastWriter(rows: Rows, target: Target, ctx: Ctx): Promise<{ by: string | null; at: Date | null }> {
  const row =
    target.subject === 'answer'
      ? rows.answers.find((answer) => answer.field === target.id)
      : rows[target.subject === 'goal' ? 'goals' : 'works'].find((each) => each.id === target.id)
  if (!row?.updatedBy) return { by: null, at: row?.updatedAt ?? null }
  const found = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, row.updatedBy))
  return { by: found[0]?.name ?? null, at: row.updatedAt }
}
