// Inviting, seating and removing the people of a visit. Each side answers for its own; nobody is left without a coordinator.
import { eq } from 'drizzle-orm'
import { endRolesOfVisit } from '#app/features/identity/commands/roles.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { accessChanged, ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { visitParticipants } from '#db/schema/index.ts'
import { canCoordinate, canRemove } from '../policy.ts'
import type { ParticipantInput } from '../rules/inputs.ts'
import { isInCalendars, isOver } from '../rules/moves.ts'
import type { Participant, VisitFile } from '../rules/words.ts'
import { lockVisit, reviseCalendars } from './lock-visit.server.ts'
import { inviteToSeat, revokeOpen } from './seat-invitations.server.ts'
import { colleagueWithAddress, giveSponsor } from './seats.server.ts'

/**
 * Invites somebody to a side. Guests become guests of the visit with a sponsor among the hosts, until it closes; colleagues of
 * the host unit with an account sit down at once, others are invited for this visit only.
 * @throws forbidden for those who do not coordinate the side; conflict when the address is there already or the visit is over.
 */
export async function inviteParticipant(
  actor: Person,
  input: ParticipantInput & { visitId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner)
    allowed(canCoordinate(actor, file, input.side), 'visits_error_only_coordinators')
    await seatSomebody(inner, actor, input, file)
  })
}

/**
 * A host coordinator lets a guest come whom the guests have proposed; `invitedBy`: who did. Errors as in `inviteParticipant`.
 */
export async function welcomeGuest(
  actor: Person,
  input: ParticipantInput & { visitId: string; invitedBy: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner)
    allowed(canCoordinate(actor, file, 'host') && input.side === 'guest', 'visits_error_only_coordinators')
    await seatSomebody(inner, { id: input.invitedBy }, input, file)
  })
}

type Inviting = Pick<Person, 'id'>

async function seatSomebody(
  ctx: Ctx,
  actor: Inviting,
  input: ParticipantInput & { visitId: string },
  file: VisitFile,
): Promise<void> {
  if (isOver(file.visit)) throw new DomainError('conflict', 'visits_error_over')
  const known = file.participants.find((person) => person.email === input.email)
  if (known?.id === input.id) return
  if (known && known.leftAt === null) throw new DomainError('conflict', 'visits_error_already_there', { email: input.email })
  const colleague = input.side === 'host' ? await colleagueWithAddress(ctx, input.email, file.hostUnit.lineage) : undefined
  // A calendar that was told to drop the entry takes it back only with a later revision.
  if (known && isInCalendars(file.visit)) await reviseCalendars(ctx, input.visitId)
  const participantId = await seat(ctx, actor, input, known, colleague)
  if (!colleague) await inviteToSeat(ctx, actor, input, file)
  else await enqueue(ctx, 'notify', { event: 'visits.participant_added', visitId: input.visitId, participantId })
  ring(ctx, roomOf.visit(input.visitId), 'people')
}

async function seat(
  ctx: Ctx,
  actor: Inviting,
  input: ParticipantInput & { visitId: string },
  before: Participant | undefined,
  userId: string | undefined,
): Promise<string> {
  const { side, name, email, profession, organisation, locale, isCoordinator } = input
  const row = { side, name, profession, organisation, locale, isCoordinator, userId: userId ?? null }
  if (before) {
    const again = { ...row, leftAt: null, leftBy: null, addedBy: actor.id, addedAt: ctx.now }
    await ctx.db.update(visitParticipants).set(again).where(eq(visitParticipants.id, before.id))
    return before.id
  }
  await ctx.db
    .insert(visitParticipants)
    .values({ ...row, id: input.id, visitId: input.visitId, email, addedBy: actor.id, addedAt: ctx.now })
  return input.id
}

/**
 * Takes somebody out, or lets them leave: their role ends, their sockets close, what they wrote stays. `left`: the actor left.
 * @throws conflict for the last coordinator of a side.
 */
export async function removeParticipant(
  actor: Person,
  input: { visitId: string; participantId: string },
  ctx: Ctx = here(),
): Promise<{ left: boolean }> {
  return transaction(ctx, async (inner) => {
    const { file, person } = await findSeat(actor, input, inner)
    const left = person.userId === actor.id
    allowed(canRemove(actor, file, person), 'visits_error_only_coordinators')
    if (person.leftAt) return { left }
    keepACoordinator(file, person)
    const gone = { leftAt: inner.now, leftBy: actor.id, isCoordinator: false }
    await inner.db.update(visitParticipants).set(gone).where(eq(visitParticipants.id, person.id))
    if (isInCalendars(file.visit)) await reviseCalendars(inner, input.visitId)
    await revokeOpen(inner, person)
    if (person.userId) {
      await endRolesOfVisit(inner, { visitId: input.visitId, userId: person.userId, endedBy: actor.id })
      if (person.side === 'host') await giveSponsor(inner, input.visitId, person.userId)
      accessChanged(inner, person.userId)
    }
    await enqueue(inner, 'notify', {
      event: 'visits.participant_removed',
      visitId: input.visitId,
      participantId: person.id,
    })
    ring(inner, roomOf.visit(input.visitId), 'people')
    return { left }
  })
}

/** Hands planning over, or shares it. @throws conflict when the side would be left without a coordinator. */
export async function setCoordinator(
  actor: Person,
  input: { visitId: string; participantId: string; isCoordinator: boolean },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { file, person } = await findSeat(actor, input, inner)
    allowed(canCoordinate(actor, file, person.side), 'visits_error_only_coordinators')
    if (person.leftAt) throw new DomainError('conflict', 'visits_error_seat_gone')
    if (!input.isCoordinator) keepACoordinator(file, person)
    await inner.db
      .update(visitParticipants)
      .set({ isCoordinator: input.isCoordinator })
      .where(eq(visitParticipants.id, person.id))
    ring(inner, roomOf.visit(input.visitId), 'people')
  })
}

async function findSeat(
  actor: Person,
  input: { visitId: string; participantId: string },
  ctx: Ctx,
): Promise<{ file: VisitFile; person: Participant }> {
  const file = await lockVisit(actor, input.visitId, ctx)
  return { file, person: found(file.participants.find((person) => person.id === input.participantId)) }
}

/** Somebody who has not answered the invitation yet cannot take over from somebody who has. */
function keepACoordinator(file: VisitFile, person: Participant): void {
  if (!person.isCoordinator || isOver(file.visit)) return
  const others = file.participants.filter(
    (other) =>
      other.id !== person.id &&
      other.side === person.side &&
      other.isCoordinator &&
      other.leftAt === null &&
      (other.userId !== null || person.userId === null),
  )
  if (others.length === 0) throw new DomainError('conflict', 'visits_error_last_coordinator')
}
