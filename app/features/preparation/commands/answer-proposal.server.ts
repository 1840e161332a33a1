import { eq } from 'drizzle-orm'
import { renameVisit } from '#app/features/visits/commands/rename-visit.server.ts'
import { welcomeGuest } from '#app/features/visits/commands/seat-people.server.ts'
import { factsInput, participantInput } from '#app/features/visits/rules/inputs.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { changeProposals } from '#db/schema/index.ts'
import { canAnswerProposals } from '../policy.ts'
import { areFactsOvertaken, isAboutWords, isOvertaken, type ProposedWords } from '../proposals.ts'
import { readRows, wordsOf } from '../queries/read-words.server.ts'
import { factsOf } from '../queries/visit-facts.ts'
import { beginWriting, type Desk, requireState } from './begin-writing.server.ts'
import { findProposal } from './propose-changes.server.ts'
import { storeText, storeWithdrawal } from './store-words.server.ts'

/**
 * A host coordinator accepts or declines one proposed change; an accepted one is applied at once, in the proposer's language
 * and name. `reason` is shown to the guests; declining needs one.
 * @throws conflict when it has been answered already, when what it was made against has changed, or when the time is over.
 */
export async function answerProposal(
  actor: Person,
  input: { visitId: string; proposalId: string; answer: 'accepted' | 'declined'; reason: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    const proposal = await findProposal(input, tx)
    allowed(canAnswerProposals(actor, desk.file), 'preparation_error_coordinators_answer')
    if (proposal.answer === input.answer) return
    if (proposal.answer) throw new DomainError('conflict', 'preparation_error_answered')
    if (input.answer === 'accepted') await apply(actor, desk, proposal, tx)
    await tx.db
      .update(changeProposals)
      .set({ answer: input.answer, reason: input.reason, answeredBy: actor.id, answeredAt: tx.now })
      .where(eq(changeProposals.id, proposal.id))
    ring(tx, roomOf.visit(input.visitId), 'preparation')
    await enqueue(tx, 'notify', {
      event: 'preparation.change_answered',
      visitId: input.visitId,
      proposalId: proposal.id,
    })
  })
}

type Row = typeof changeProposals.$inferSelect

async function apply(actor: Person, desk: Desk, proposal: Row, ctx: Ctx): Promise<void> {
  // Open again: the hosts have moved the last day meanwhile.
  if (desk.state !== 'open') requireState(desk.state, 'locked')
  if (proposal.subject === 'visit') return applyFacts(actor, desk, proposal, ctx)
  if (proposal.subject === 'person') return applyPerson(actor, proposal, ctx)
  if (isAboutWords(proposal)) await applyWords(actor, desk, proposal, ctx)
}

async function applyFacts(actor: Person, { file: { visit } }: Desk, proposal: Row, ctx: Ctx): Promise<void> {
  if (areFactsOvertaken(factsOf(visit), proposal)) throw new DomainError('conflict', 'preparation_error_overtaken')
  const { id: visitId, version, title, form, groupSize, meetingUrl } = visit
  const wanted = factsInput.parse(proposal.after)
  await renameVisit(actor, { visitId, version, title, form, groupSize, meetingUrl, ...wanted }, ctx)
}

/** Invited in the name of whoever proposed it. */
async function applyPerson(actor: Person, { visitId, subjectId: id, after, proposedBy }: Row, ctx: Ctx): Promise<void> {
  const person = participantInput.parse({ ...after, id, side: 'guest' })
  await welcomeGuest(actor, { ...person, visitId, invitedBy: proposedBy ?? actor.id }, ctx)
}

async function applyWords(actor: Person, desk: Desk, proposal: Row & ProposedWords, ctx: Ctx): Promise<void> {
  const rows = await readRows(proposal.visitId, ctx)
  if (isOvertaken(wordsOf(rows, desk.file.visit, desk.form, 'guest'), proposal)) {
    throw new DomainError('conflict', 'preparation_error_overtaken')
  }
  if (proposal.kind === 'withdraw') {
    if (proposal.subject !== 'answer') await storeWithdrawal(actor, desk, proposal.subject, proposal.subjectId, ctx)
    return
  }
  const writer: Person = proposal.proposedBy ? { ...actor, id: proposal.proposedBy } : actor
  const guestDesk: Desk = { ...desk, side: 'guest' }
  for (const [field, text] of Object.entries(proposal.after ?? {})) {
    const target = { subject: proposal.subject, id: proposal.subjectId, field }
    await storeText(writer, guestDesk, rows, { target, text, language: proposal.language, chosen: false }, ctx)
  }
}
