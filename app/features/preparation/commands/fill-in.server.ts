// The whole form at once, as a page without scripts sends it: save everything, then the one thing its button stands for.
import { inviteParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { localeOfCountry } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { readRows } from '../queries/read-words.server.ts'
import type { FieldInput, PersonInput, ThenDo } from '../rules.ts'
import type { Written } from '../words.ts'
import { sendPreparation } from './send-preparation.server.ts'
import { withdrawWords } from './write-or-propose.server.ts'
import { writePreparation } from './write-preparation.server.ts'

export type FilledIn =
  | { outcome: 'saved' }
  | { outcome: 'conflicts'; conflicts: Written[] }
  | { outcome: 'missing'; missing: string[] }

/**
 * Saves all fields; when nobody else has written in between, goes on to invite the people named, and to send or to remove a
 * row. Rights and errors as in `writePreparation`, `inviteParticipant`, `sendPreparation` and `withdrawWords`.
 */
export async function fillIn(
  actor: Person,
  input: { visitId: string; fields: readonly FieldInput[]; people: readonly PersonInput[]; language: string; then: ThenDo },
  ctx: Ctx = here(),
): Promise<FilledIn> {
  const { visitId, then } = input
  const fields = input.fields.filter((field) => !(then.do === 'remove' && field.target.id === then.id))
  const written = await writePreparation(actor, { ...input, fields }, ctx)
  const conflicts = written.filter((each) => each.outcome === 'conflict')
  if (conflicts.length > 0) return { outcome: 'conflicts', conflicts }
  for (const person of input.people) await invite(actor, visitId, person, ctx)
  if (then.do === 'remove') await removeRow(actor, visitId, then, ctx)
  if (then.do === 'send') {
    const { missing } = await sendPreparation(actor, { visitId }, ctx)
    if (missing.length > 0) return { outcome: 'missing', missing }
  }
  return { outcome: 'saved' }
}

/** Invites somebody to the guests' side, in the language chosen for them or that of their organisation's country. */
async function invite(actor: Person, visitId: string, person: PersonInput, ctx: Ctx): Promise<void> {
  const { name, email } = person
  if (!name || !email) return
  const { guestUnits } = await findVisitFor(actor, visitId, ctx)
  const home = guestUnits.find((unit) => unit.name === person.organisation)
  const locale = person.locale ?? localeOfCountry(home?.country)
  await inviteParticipant(actor, { ...person, name, email, visitId, side: 'guest', locale, isCoordinator: false }, ctx)
}

/** A row that was never saved is gone by not being sent. */
async function removeRow(
  actor: Person,
  visitId: string,
  row: { subject: 'goal' | 'work'; id: string },
  ctx: Ctx,
): Promise<void> {
  const rows = await readRows(visitId, ctx)
  const known = row.subject === 'goal' ? rows.goals : rows.works
  if (known.some((each) => each.id === row.id)) await withdrawWords(actor, { visitId, subject: row.subject, id: row.id }, ctx)
}
