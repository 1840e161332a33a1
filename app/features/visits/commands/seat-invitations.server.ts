// The letters that go with seats: written for somebody, found again while they have not answered, taken back.
import { and, eq, isNull } from 'drizzle-orm'
import { createInvitation, revokeInvitation } from '#app/features/identity/commands/invitations.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { invitations } from '#db/schema/index.ts'
import { canRenewInvitation } from '../policy.ts'
import { isOver } from '../rules/moves.ts'
import type { Participant, VisitFile } from '../rules/words.ts'
import { lockVisit } from './lock-visit.server.ts'
import { roleEndOf } from './role-ends.server.ts'
import { sponsorOf } from './seats.server.ts'

type Invited = Pick<Participant, 'side' | 'email' | 'name' | 'locale'>

/** Guests are invited as guests of the visit with a sponsor among the hosts, colleagues of the hosts for this visit only. */
export async function inviteToSeat(ctx: Ctx, actor: Pick<Person, 'id'>, input: Invited, file: VisitFile): Promise<void> {
  const isGuest = input.side === 'guest'
  await createInvitation(ctx, {
    email: input.email,
    name: input.name,
    locale: input.locale,
    roleKind: isGuest ? 'guest' : 'member',
    visitId: file.visit.id,
    roleEndsAt: await roleEndOf(ctx, file.visit),
    sponsorId: isGuest ? sponsorOf(file) : null,
    invitedBy: actor.id,
  })
}

type Waiting = { file: VisitFile; person: Participant; invitationId: string }

/**
 * Somebody whose invitation has not been answered, for those who may send it again; the visit is locked.
 * @throws not_found, forbidden; conflict when they are there already, have been taken out, or the visit is over
 */
export async function findWaiting(actor: Person, seat: { visitId: string; participantId: string }, ctx: Ctx): Promise<Waiting> {
  const file = await lockVisit(actor, seat.visitId, ctx)
  const person = found(file.participants.find((one) => one.id === seat.participantId))
  const [invitation] = await ctx.db.select().from(invitations).where(isOpenFor(person))
  allowed(canRenewInvitation(actor, file, person, invitation?.sponsorId ?? null), 'visits_error_only_coordinators')
  if (isOver(file.visit)) throw new DomainError('conflict', 'visits_error_over')
  if (person.userId || !invitation) throw new DomainError('conflict', 'visits_error_not_waiting')
  return { file, person, invitationId: invitation.id }
}

/** The links that the person has been sent open nothing from now on. */
export async function revokeOpen(ctx: Ctx, person: Pick<Participant, 'visitId' | 'email'>): Promise<void> {
  const open = await ctx.db.select({ id: invitations.id }).from(invitations).where(isOpenFor(person))
  for (const { id } of open) await revokeInvitation(ctx, id)
}

function isOpenFor({ visitId, email }: Pick<Participant, 'visitId' | 'email'>) {
  const isUnanswered = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))
  return and(eq(invitations.visitId, visitId), eq(invitations.email, email), isUnanswered)
}
