// The other end of an invitation: identity opens the door, and for a visit the seat is taken in the same transaction.
import { and, eq, isNull } from 'drizzle-orm'
import { type Accepted, acceptInvitation } from '#app/features/identity/commands/invitations.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { visitParticipants } from '#db/schema/index.ts'
import { renewRoleEnds } from './role-ends.server.ts'

/**
 * Accepts an invitation of any kind; one to a visit seats the person there.
 * @throws gone also when the seat was taken away meanwhile; conflict as `acceptInvitation` does
 */
export async function takeInvitedSeat(
  actor: Actor,
  input: { token: string; locale: Locale },
  ctx: Ctx = here(),
): Promise<Accepted> {
  return transaction(ctx, async (inner) => {
    const accepted = await acceptInvitation(actor, input, inner)
    if (accepted.visitId) await acceptVisitInvitation(inner, { ...accepted, visitId: accepted.visitId })
    return accepted
  })
}

/** Seats the person who accepted an invitation to the visit, under the name of their account. */
export async function acceptVisitInvitation(
  ctx: Ctx,
  accepted: { visitId: string; userId: string; email: string; name: string },
): Promise<void> {
  const { visitId, userId, email, name } = accepted
  const mine = and(eq(visitParticipants.visitId, visitId), eq(visitParticipants.email, email), isNull(visitParticipants.leftAt))
  const seated = await ctx.db
    .update(visitParticipants)
    .set({ userId, name })
    .where(mine)
    .returning({ id: visitParticipants.id })
  if (seated.length === 0) throw new DomainError('gone', 'visits_error_seat_gone')
  // The invitation was written when the days were others.
  await renewRoleEnds(ctx, { visitId, userId })
  ring(ctx, roomOf.visit(visitId), 'people')
}
