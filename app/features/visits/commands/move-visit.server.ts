// The only place that changes a visit's status. A move is checked against the table, written as a row, and told.
import { eq, sql } from 'drizzle-orm'
import { revokeInvitationsToVisit } from '#app/features/identity/commands/invitations.server.ts'
import { endRolesOfVisit } from '#app/features/identity/commands/roles.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { visitMoves, visits } from '#db/schema/index.ts'
import { endedEarly, isOver, moveBetween } from '../rules/moves.ts'
import type { VisitStatus } from '../rules/words.ts'
import { nextSequence } from './lock-visit.server.ts'
import { renewRoleEnds } from './role-ends.server.ts'
import { giveSponsor } from './seats.server.ts'

/**
 * Moves the visit along the table; inside the caller's transaction when there is one. Who may is the caller's question.
 * `actorId` null when the clock moves it; `from`: where the caller saw it, so that of two clocks one moves.
 * @throws conflict when there is no such move from where the visit stands; invalid when the move needs a reason.
 */
export async function moveVisit(
  ctx: Ctx,
  move: { visitId: string; to: VisitStatus; actorId: string | null; reason?: string; from?: VisitStatus },
): Promise<{ moveId: string }> {
  return transaction(ctx, async (inner) => {
    const [row] = await inner.db.select().from(visits).where(eq(visits.id, move.visitId)).for('update')
    const visit = found(row)
    const law = moveBetween(visit.status, move.to)
    if (!law || (move.from && move.from !== visit.status)) throw new DomainError('conflict', 'visits_error_moved_meanwhile')
    if (law.needsDates && !visit.startsOn) throw new DomainError('conflict', 'visits_error_no_dates')
    const reason = move.reason?.trim() ?? ''
    if (law.needsReason && reason === '') throw new DomainError('invalid', 'visits_error_reason_missing')

    const calledOff = endedEarly({ status: move.to })
    await inner.db
      .update(visits)
      .set({
        status: move.to,
        version: sql`${visits.version} + 1`,
        ...(calledOff && visit.startsOn ? { calendarSequence: nextSequence } : {}),
      })
      .where(eq(visits.id, visit.id))
    const moveId = newId()
    await inner.db.insert(visitMoves).values({
      id: moveId,
      visitId: visit.id,
      fromStatus: visit.status,
      toStatus: move.to,
      actorId: move.actorId,
      at: inner.now,
      reason,
    })
    if (move.to === 'closed') await endRolesOfVisit(inner, { visitId: visit.id, endedBy: null })
    if (move.to === 'in_dialogue' || move.to === 'confirmed') await giveSponsor(inner, visit.id)
    if (calledOff) await renewRoleEnds(inner, { visitId: visit.id })
    if (isOver({ status: move.to })) await revokeInvitationsToVisit(inner, visit.id)
    await enqueue(inner, 'notify', { event: 'visits.moved', visitId: visit.id, moveId })
    ring(inner, roomOf.visit(visit.id), 'visit')
    return { moveId }
  })
}
