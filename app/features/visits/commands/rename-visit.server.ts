// Small facts that may change while a visit lives: title, size of the group, where it meets, when the form is due.
import { eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { visitMoves, visits } from '#db/schema/index.ts'
import { isOver } from '../rules/moves.ts'
import { coordinating, countChange, lockVisit, nextSequence } from './lock-visit.server.ts'

type Practical = {
  visitId: string
  version: number
  title: string
  groupSize: number
  /** Hosts only; the guests' value is left as it is. */
  meetingUrl?: string | undefined
  preparationDueOn?: Day | undefined
}

/** Sets the visit's small facts. A new title is remembered with the old one; calendars follow. @throws conflict when it is over. */
export async function renameVisit(actor: Person, input: Practical, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { visit, ...file } = await lockVisit(actor, input.visitId, inner, input.version)
    const side = coordinating(actor, { visit, ...file })
    if (isOver(visit)) throw new DomainError('conflict', 'visits_error_over')
    const ofHost = side === 'host' ? { meetingUrl: input.meetingUrl ?? '', ...dueOf(input, visit) } : {}
    await inner.db
      .update(visits)
      .set({
        title: input.title,
        groupSize: input.groupSize,
        ...ofHost,
        ...(visit.startsOn ? { calendarSequence: nextSequence } : {}),
      })
      .where(eq(visits.id, visit.id))
    if (input.title !== visit.title) {
      await inner.db.insert(visitMoves).values({
        id: newId(),
        visitId: visit.id,
        fromStatus: visit.status,
        toStatus: visit.status,
        actorId: actor.id,
        at: inner.now,
        change: 'title',
        before: visit.title,
      })
    }
    await countChange(inner, visit.id)
    ring(inner, roomOf.visit(visit.id), 'visit')
  })
}

function dueOf(input: Practical, visit: { startsOn: Day | null }): { preparationDueOn?: Day } {
  if (!input.preparationDueOn || !visit.startsOn) return {}
  if (input.preparationDueOn > visit.startsOn) throw new DomainError('invalid', 'visits_error_due_after_start')
  return { preparationDueOn: input.preparationDueOn }
}
