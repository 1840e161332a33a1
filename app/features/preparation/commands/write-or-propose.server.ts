// One goal or one improvement work from its own page: written while the form is open, proposed once it is locked.

import type { Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { readRows, wordsOf } from '../queries/read-words.server.ts'
import { goalsState } from '../rules.ts'
import type { Written } from '../words.ts'
import { beginWriting, requireState } from './begin-writing.server.ts'
import { proposeChanges, storeProposals } from './propose-changes.server.ts'
import { storeWithdrawal } from './store-words.server.ts'
import { mayWrite, type WritePreparation, writePreparation } from './write-preparation.server.ts'

export type WriteOrPropose = { outcome: 'written'; fields: Written[] } | { outcome: 'proposed'; count: number }

/** Writes the fields, or proposes them when the guests' form is locked. Rights and errors as in the two it chooses between. */
export async function writeOrPropose(actor: Person, input: WritePreparation, ctx: Ctx = here()): Promise<WriteOrPropose> {
  return transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    if (goalsState(desk.state, desk.side) === 'locked') {
      const { proposed } = await proposeChanges(actor, input, tx)
      return { outcome: 'proposed', count: proposed }
    }
    return { outcome: 'written', fields: await writePreparation(actor, input, tx) }
  })
}

/**
 * One goal of the own side, added or changed. Answers `conflict` with what stands when somebody else changed it meanwhile.
 */
export async function saveGoal(
  actor: Person,
  input: { visitId: string; id: string; base: string; text: string; language: string },
  ctx: Ctx = here(),
): Promise<{ outcome: 'written' | 'proposed' } | { outcome: 'conflict'; theirs: Written }> {
  const { visitId, id, base, text, language } = input
  const field = { target: { subject: 'goal' as const, id, field: 'text' }, base, text }
  const saved = await writeOrPropose(actor, { visitId, fields: [field], language, languageChosen: true }, ctx)
  if (saved.outcome === 'proposed') return { outcome: 'proposed' }
  const theirs = saved.fields.find((each) => each.outcome === 'conflict')
  return theirs ? { outcome: 'conflict', theirs } : { outcome: 'written' }
}

/**
 * Takes one of the own side's goals or works out of the visit, or proposes to. What was planned or judged with it stays.
 * @throws not_found for the other side's and for one that is withdrawn already.
 */
export async function withdrawWords(
  actor: Person,
  input: { visitId: string; subject: 'goal' | 'work'; id: string },
  ctx: Ctx = here(),
): Promise<{ outcome: 'withdrawn' | 'proposed' }> {
  return transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    const { subject, id } = input
    mayWrite(actor, desk, { subject, id, field: 'text' })
    const words = wordsOf(await readRows(input.visitId, tx), desk.file.visit, desk.form, desk.side)
    const before = found(words[subject][id])
    const state = goalsState(desk.state, desk.side)
    if (state === 'locked') {
      const proposal = { kind: 'withdraw' as const, subject, subjectId: id, before, after: null }
      await storeProposals(actor, desk, [proposal], actor.locale, tx)
      return { outcome: 'proposed' }
    }
    requireState(state, 'open')
    await storeWithdrawal(actor, desk, subject, id, tx)
    ring(tx, roomOf.visit(input.visitId), 'preparation')
    return { outcome: 'withdrawn' }
  })
}
