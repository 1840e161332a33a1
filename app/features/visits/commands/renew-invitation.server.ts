import { eq } from 'drizzle-orm'
import { renewInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { visitParticipants } from '#db/schema/index.ts'
import type { CorrectionInput } from '../rules/inputs.ts'
import { findWaiting, inviteToSeat, revokeOpen } from './seat-invitations.server.ts'
import { colleagueWithAddress } from './seats.server.ts'

type Seat = { visitId: string; participantId: string }

/**
 * Sends the invitation of somebody who has not answered once more, with a new link for a new month, before or after the first
 * ran out.
 * @throws not_found, forbidden; conflict when they are there already, have been taken out, or the visit is over
 */
export async function renewSeatInvitation(actor: Person, input: Seat, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { invitationId } = await findWaiting(actor, input, inner)
    await renewInvitation(inner, invitationId)
  })
}

/**
 * Puts a name or an address right that was written wrongly, and sends the invitation there. The link that went to the wrong
 * address opens nothing any more.
 * @throws as `renewSeatInvitation`; conflict when somebody else in the visit has the address
 */
export async function correctSeatInvitation(actor: Person, input: Seat & CorrectionInput, ctx: Ctx = here()): Promise<void> {
  const { visitId, participantId, name, email } = input
  await transaction(ctx, async (inner) => {
    const { file, person } = await findWaiting(actor, input, inner)
    const isTaken = file.participants.some((other) => other.email === email && other.id !== person.id)
    if (isTaken) throw new DomainError('conflict', 'visits_error_already_there', { email })
    if (email !== person.email) await revokeOpen(inner, person)
    const colleague = person.side === 'host' ? await colleagueWithAddress(inner, email, file.hostUnit.lineage) : undefined
    const right = { name, email, userId: colleague ?? null }
    await inner.db.update(visitParticipants).set(right).where(eq(visitParticipants.id, person.id))
    if (colleague) await enqueue(inner, 'notify', { event: 'visits.participant_added', visitId, participantId })
    else await inviteToSeat(inner, actor, { ...person, name, email }, file)
    ring(inner, roomOf.visit(visitId), 'people')
  })
}
