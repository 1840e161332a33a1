// From days on the table to days that stand: propose, mark, agree. Every step counts the visit's version.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { dateProposals, visits } from '#db/schema/index.ts'
import { preparationDueOn } from '../rules/calendar.ts'
import { canAgree, type DateRange } from '../rules/dates.ts'
import { canMove, isBefore, isOpenForDates } from '../rules/moves.ts'
import { answeringSide, type VisitFile } from '../rules/words.ts'
import { insertProposals } from './insert-proposals.server.ts'
import { coordinating, countChange, lockVisit } from './lock-visit.server.ts'
import { rememberMovedDays } from './move-dates.server.ts'
import { moveVisit } from './move-visit.server.ts'
import { renewRoleEnds } from './role-ends.server.ts'
import { takeSeat } from './seats.server.ts'

type Versioned = { visitId: string; version: number }

/** Lays one to five new ranges on the table in place of the side's earlier ones. An answer with days opens the dialogue. */
export async function proposeDates(
  actor: Person,
  input: Versioned & { ranges: DateRange[] },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner, input.version)
    const side = coordinating(actor, file)
    stillOpen(file)
    await takeSeat(inner, actor, file, side)
    await insertProposals(inner, { visitId: input.visitId, side, actorId: actor.id, ranges: input.ranges })
    await countChange(inner, input.visitId)
    await answerOpensDialogue(inner, actor, file, side)
    await renewRoleEnds(inner, { visitId: input.visitId })
    await tell(inner, 'visits.dates_proposed', input.visitId)
  })
}

/**
 * Says of the other side's days which fit and which do not. The first answer opens the dialogue.
 * @throws conflict when one of them is no longer on the table.
 */
export async function markDates(
  actor: Person,
  input: Versioned & { marks: { id: string; fits: 'yes' | 'no' }[] },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner, input.version)
    const side = coordinating(actor, file)
    stillOpen(file)
    const ids = input.marks.map((mark) => mark.id)
    const open = await inner.db
      .select()
      .from(dateProposals)
      .where(and(inArray(dateProposals.id, ids), eq(dateProposals.visitId, input.visitId), isNull(dateProposals.retiredAt)))
    if (open.length !== new Set(ids).size || open.some((proposal) => proposal.side === side)) {
      throw new DomainError('conflict', 'visits_error_changed_meanwhile')
    }
    await takeSeat(inner, actor, file, side)
    for (const mark of input.marks) {
      const set = { fits: mark.fits === 'yes', markedBy: actor.id, markedAt: inner.now }
      await inner.db.update(dateProposals).set(set).where(eq(dateProposals.id, mark.id))
    }
    await countChange(inner, input.visitId)
    await answerOpensDialogue(inner, actor, file, side)
    await tell(inner, 'visits.dates_marked', input.visitId)
  })
}

/**
 * Agrees one range: the visit is confirmed, and prepared from now on; a visit whose days stood already moves to them. The
 * other proposals leave the table.
 * @throws conflict when the range is gone, has passed, or is the actor's own and not marked as fitting.
 */
export async function agreeDates(actor: Person, input: Versioned & { proposalId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner, input.version)
    const side = coordinating(actor, file)
    if (!isBefore(file.visit)) stillOpen(file)
    const [row] = await inner.db
      .select()
      .from(dateProposals)
      .where(and(eq(dateProposals.id, input.proposalId), eq(dateProposals.visitId, input.visitId)))
    const proposal = found(row)
    if (proposal.retiredAt) throw new DomainError('conflict', 'visits_error_changed_meanwhile')
    const moves = isBefore(file.visit)
    if (!canAgree(proposal, side) || !(moves || canMove(file.visit, 'confirmed', side))) {
      throw new DomainError('conflict', 'visits_error_other_side_agrees')
    }
    const { timeZone } = file.hostUnit
    const today = dayAt(inner.now, timeZone)
    if (proposal.endsOn < today) throw new DomainError('conflict', 'visits_error_days_passed')

    await takeSeat(inner, actor, file, side)
    const { startsOn, endsOn, startPart, endPart } = proposal
    await inner.db
      .update(visits)
      .set({ startsOn, endsOn, startPart, endPart, timeZone, preparationDueOn: preparationDueOn(startsOn, today) })
      .where(eq(visits.id, input.visitId))
    await inner.db.update(dateProposals).set({ agreedAt: inner.now }).where(eq(dateProposals.id, proposal.id))
    await inner.db
      .update(dateProposals)
      .set({ retiredAt: inner.now })
      .where(and(eq(dateProposals.visitId, input.visitId), isNull(dateProposals.retiredAt)))
    await renewRoleEnds(inner, { visitId: input.visitId })
    if (moves) return rememberMovedDays(inner, file.visit, proposal)
    await moveVisit(inner, { visitId: input.visitId, to: 'confirmed', actorId: actor.id })
    await moveVisit(inner, { visitId: input.visitId, to: 'preparing', actorId: null, reason: 'days_agreed' })
  })
}

function stillOpen(file: VisitFile): void {
  if (!isOpenForDates(file.visit)) throw new DomainError('conflict', 'visits_error_moved_meanwhile')
}

async function answerOpensDialogue(ctx: Ctx, actor: Person, file: VisitFile, side: 'host' | 'guest'): Promise<void> {
  if (file.visit.status !== 'asked' || side !== answeringSide(file.visit)) return
  await moveVisit(ctx, { visitId: file.visit.id, to: 'in_dialogue', actorId: actor.id })
}

type DatesEvent = 'visits.dates_proposed' | 'visits.dates_marked'

async function tell(ctx: Ctx, event: DatesEvent, visitId: string): Promise<void> {
  await enqueue(ctx, 'notify', { event, visitId })
  ring(ctx, roomOf.visit(visitId), 'visit')
}
