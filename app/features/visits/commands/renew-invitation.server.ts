import { and, eq, isNull } from 'drizzle-orm'
import { renewInvitation } from '#app/features/identity/commands/invitations.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { invitations } from '#db/schema/index.ts'
import { canRenewInvitation } from '../policy.ts'
import { isOver } from '../rules/moves.ts'
import { lockVisit } from './lock-visit.server.ts'

/**
 * Sends the invitation of somebody who has not answered once more, with a new link for a new month, before or after the first
 * ran out.
 * @throws not_found, forbidden; conflict when they are there already, have been taken out, or the visit is over
 */
export async function renewSeatInvitation(
  actor: Person,
  input: { visitId: string; participantId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner)
    const person = found(file.participants.find((one) => one.id === input.participantId))
    const [invitation] = await inner.db
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.visitId, input.visitId),
          eq(invitations.email, person.email),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
    allowed(canRenewInvitation(actor, file, person, invitation?.sponsorId ?? null), 'visits_error_only_coordinators')
    if (isOver(file.visit)) throw new DomainError('conflict', 'visits_error_over')
    if (person.userId || !invitation) throw new DomainError('conflict', 'visits_error_not_waiting')
    await renewInvitation(inner, invitation.id)
  })
}
