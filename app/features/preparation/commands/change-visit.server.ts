// The visit's facts and who comes: the hosts' changes at once, and the guests' too until the form is locked. From then on
// theirs are proposals, like everything else in the form.

import { type Practical, renameVisit } from '#app/features/visits/commands/rename-visit.server.ts'
import { inviteParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import type { ParticipantInput } from '#app/features/visits/rules/inputs.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { factsProposal } from '../proposals.ts'
import { mustPropose } from '../queries/must-propose.server.ts'
import { factsOf } from '../queries/visit-facts.ts'
import { beginWriting } from './begin-writing.server.ts'
import { listOpenProposals, storeProposals } from './propose-changes.server.ts'

export type Changed = 'changed' | 'proposed' | 'unchanged'

/** Title, form and size of the group. Rights and errors as in `renameVisit`. */
export async function changeFacts(actor: Person, input: Practical, ctx: Ctx = here()): Promise<Changed> {
  return transaction(ctx, async (tx) => {
    if (!(await mustPropose(actor, input.visitId, tx))) {
      await renameVisit(actor, input, tx)
      return 'changed'
    }
    const desk = await beginWriting(actor, input.visitId, tx)
    const { visit } = desk.file
    if (input.version !== visit.version) throw new DomainError('conflict', 'visits_error_changed_meanwhile')
    const { title, groupSize, form = visit.form } = input
    const proposal = factsProposal(visit.id, factsOf(visit), { title, form, groupSize: String(groupSize) })
    if (!proposal) return 'unchanged'
    await storeProposals(actor, desk, [proposal], actor.locale, tx)
    return 'proposed'
  })
}

/** One more who comes along. Rights and errors as in `inviteParticipant`; nobody is invited before the hosts have said yes. */
export async function inviteOrPropose(
  actor: Person,
  input: ParticipantInput & { visitId: string },
  ctx: Ctx = here(),
): Promise<Changed> {
  return transaction(ctx, async (tx) => {
    if (!(await mustPropose(actor, input.visitId, tx))) {
      await inviteParticipant(actor, input, tx)
      return 'changed'
    }
    const desk = await beginWriting(actor, input.visitId, tx)
    const { id, visitId, side, isCoordinator, ...person } = input
    if (side !== 'guest') throw new DomainError('forbidden', 'visits_error_only_coordinators')
    const waiting = await listOpenProposals(visitId, tx)
    const isThere = desk.file.participants.some((each) => each.email === person.email && each.leftAt === null)
    const waits = waiting.some(
      (each) => each.subject === 'person' && each.subjectId !== id && each.after?.email === person.email,
    )
    if (isThere || waits) throw new DomainError('conflict', 'visits_error_already_there', { email: person.email })
    const after = { ...person, isCoordinator: isCoordinator ? 'on' : '' }
    const proposal = { kind: 'add' as const, subject: 'person' as const, subjectId: id, before: null, after }
    await storeProposals(actor, desk, [proposal], actor.locale, tx)
    return 'proposed'
  })
}
