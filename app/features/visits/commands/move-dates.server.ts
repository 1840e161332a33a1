// Days that stand are moved by both sides: one proposes other days with the reason, the other agrees or keeps those that stand.
import { and, eq, isNull } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { dateProposals, visitMoves, visits } from '#db/schema/index.ts'
import type { DateRange } from '../rules/dates.ts'
import { isBefore } from '../rules/moves.ts'
import type { Side, Visit, VisitFile } from '../rules/words.ts'
import { insertProposals } from './insert-proposals.server.ts'
import { coordinating, countChange, lockVisit, nextSequence } from './lock-visit.server.ts'
import { takeSeat } from './seats.server.ts'

type Versioned = { visitId: string; version: number }

/**
 * Asks the other side to move the visit. The agreed days stand until it agrees (`agreeDates`); a new proposal takes the
 * place of the side's earlier one.
 * @throws conflict when the days can no longer be moved, or when the new ones have passed.
 */
export async function proposeNewDates(
  actor: Person,
  input: Versioned & DateRange & { reason: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { file, side } = await beforeTheDays(actor, input, inner)
    if (input.endsOn < dayAt(inner.now, file.visit.timeZone)) throw new DomainError('conflict', 'visits_error_days_passed')
    await takeSeat(inner, actor, file, side)
    const { visitId, reason, startsOn, endsOn, startPart, endPart } = input
    const ranges = [{ startsOn, endsOn, startPart, endPart }]
    await insertProposals(inner, { visitId, side, actorId: actor.id, ranges, reason })
    await countChange(inner, visitId)
    await enqueue(inner, 'notify', { event: 'visits.dates_proposed', visitId })
    ring(inner, roomOf.visit(visitId), 'visit')
  })
}

/** The other side keeps the days that stand, and says why. @throws conflict when nothing of the other side is on the table. */
export async function keepDates(actor: Person, input: Versioned & { reason: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { file, side } = await beforeTheDays(actor, input, inner)
    const proposal = await onTable(inner, input.visitId, side === 'host' ? 'guest' : 'host')
    await takeSeat(inner, actor, file, side)
    const refused = { fits: false, markedBy: actor.id, markedAt: inner.now, retiredAt: inner.now, answer: input.reason }
    await inner.db.update(dateProposals).set(refused).where(eq(dateProposals.id, proposal.id))
    await countChange(inner, input.visitId)
    await enqueue(inner, 'notify', { event: 'visits.dates_kept', visitId: input.visitId, proposalId: proposal.id })
    ring(inner, roomOf.visit(input.visitId), 'visit')
  })
}

/** The side takes its own proposal off the table again. */
export async function takeBackNewDates(actor: Person, input: Versioned, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { side } = await beforeTheDays(actor, input, inner)
    const proposal = await onTable(inner, input.visitId, side)
    await inner.db.update(dateProposals).set({ retiredAt: inner.now }).where(eq(dateProposals.id, proposal.id))
    await countChange(inner, input.visitId)
    ring(inner, roomOf.visit(input.visitId), 'visit')
  })
}

type Agreed = { reason: string; proposedBy: string | null }

/** What follows when days that stood have moved: the history remembers them and who asked why, every calendar moves along. */
export async function rememberMovedDays(ctx: Ctx, before: Visit, { reason, proposedBy }: Agreed): Promise<void> {
  await ctx.db.update(visits).set({ calendarSequence: nextSequence }).where(eq(visits.id, before.id))
  await ctx.db.insert(visitMoves).values({
    id: newId(),
    visitId: before.id,
    fromStatus: before.status,
    toStatus: before.status,
    actorId: proposedBy,
    at: ctx.now,
    reason,
    change: 'dates',
    before: `${before.startsOn}/${before.endsOn}`,
  })
  await countChange(ctx, before.id)
  await enqueue(ctx, 'notify', { event: 'visits.dates_changed', visitId: before.id })
  ring(ctx, roomOf.visit(before.id), 'visit')
}

async function beforeTheDays(actor: Person, input: Versioned, ctx: Ctx): Promise<{ file: VisitFile; side: Side }> {
  const file = await lockVisit(actor, input.visitId, ctx, input.version)
  const side = coordinating(actor, file)
  if (!isBefore(file.visit)) throw new DomainError('conflict', 'visits_error_days_stand')
  return { file, side }
}

async function onTable(ctx: Ctx, visitId: string, side: Side) {
  const [proposal] = await ctx.db
    .select()
    .from(dateProposals)
    .where(and(eq(dateProposals.visitId, visitId), eq(dateProposals.side, side), isNull(dateProposals.retiredAt)))
  return found(proposal)
}
