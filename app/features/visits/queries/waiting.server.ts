import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { invitations } from '#db/schema/index.ts'
import { canReadInside, canRenewInvitation } from '../policy.ts'
import { findVisitFor } from '../queries.server.ts'
import { isOver } from '../rules/moves.ts'

/**
 * The name and address that an unanswered invitation was written to, for those who may put them right.
 * @throws not_found for everybody else, and once it was answered
 */
export async function findWaitingSeatFor(
  actor: Actor,
  seat: { visitId: string; participantId: string },
  ctx: Ctx = here(),
): Promise<{ name: string; email: string }> {
  const waiting = await listWaitingFor(actor, seat.visitId, ctx)
  found(waiting.find((one) => one.participantId === seat.participantId && one.mayRenew))
  const { participants } = await findVisitFor(actor, seat.visitId, ctx)
  const { name, email } = found(participants.find((person) => person.id === seat.participantId))
  return { name, email }
}

export type Waiting = { participantId: string; expiresAt: Date; hasExpired: boolean; mayRenew: boolean }

/** Whose invitation has not been answered, and until when its link works. Nobody's for those who only look on. @throws not_found */
export async function listWaitingFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<Waiting[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  if (!canReadInside(actor, file)) return []
  const open = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.visitId, visitId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
  return file.participants.flatMap((person) => {
    const invitation = open.find((one) => one.email === person.email)
    if (!invitation || person.userId || person.leftAt) return []
    const { expiresAt, sponsorId } = invitation
    const mayRenew = !isOver(file.visit) && canRenewInvitation(actor, file, person, sponsorId)
    return [{ participantId: person.id, expiresAt, hasExpired: expiresAt <= ctx.now, mayRenew }]
  })
}
