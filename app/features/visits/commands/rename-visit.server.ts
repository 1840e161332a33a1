// Small facts that may change while a visit lives: title, form, size of the group, where it meets, when the preparation is due.
import { eq } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { visitMoves, visits } from '#db/schema/index.ts'
import { isInCalendars, isOpenForForm, isOver } from '../rules/moves.ts'
import type { Side, Visit, VisitForm } from '../rules/words.ts'
import { coordinating, countChange, lockVisit, nextSequence } from './lock-visit.server.ts'

export type Practical = {
  visitId: string
  version: number
  title: string
  groupSize: number
  /** On site, digital or mixed; left as it is when not given. */
  form?: VisitForm | undefined
  /** Hosts only; the guests' value is left as it is. */
  meetingUrl?: string | undefined
  preparationDueOn?: Day | undefined
}

/**
 * Sets the visit's small facts. A new title or form is remembered with the old one; what calendars show is sent to them.
 * @throws conflict when it is over, and for another form when the days have been
 */
export async function renameVisit(actor: Person, input: Practical, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner, input.version)
    const { visit } = file
    if (isOver(visit)) throw new DomainError('conflict', 'visits_error_over')
    const facts = factsFrom(input, visit, coordinating(actor, file))
    if (facts.form !== visit.form && !isOpenForForm(visit)) throw new DomainError('conflict', 'visits_error_form_stands')
    const isShown = isInCalendars(visit) && (['title', 'form', 'meetingUrl'] as const).some((key) => facts[key] !== visit[key])
    await inner.db
      .update(visits)
      .set({ ...facts, ...(isShown ? { calendarSequence: nextSequence } : {}) })
      .where(eq(visits.id, visit.id))
    for (const change of ['title', 'form'] as const) {
      if (facts[change] !== visit[change]) await remember(inner, actor, visit, change)
    }
    await countChange(inner, visit.id)
    if (isShown) await enqueue(inner, 'notify', { event: 'visits.facts_changed', visitId: visit.id })
    ring(inner, roomOf.visit(visit.id), 'visit')
  })
}

type Facts = Pick<Visit, 'title' | 'form' | 'groupSize' | 'meetingUrl' | 'preparationDueOn'>

function factsFrom(input: Practical, visit: Visit, side: Side): Facts {
  const { title, groupSize, form = visit.form } = input
  if (side === 'guest') {
    const { meetingUrl, preparationDueOn } = visit
    return { title, groupSize, form, meetingUrl, preparationDueOn }
  }
  return { title, groupSize, form, meetingUrl: input.meetingUrl ?? '', preparationDueOn: dueOf(input, visit) }
}

function dueOf(input: Practical, visit: Visit): Day | null {
  if (!input.preparationDueOn || !visit.startsOn) return visit.preparationDueOn
  if (input.preparationDueOn > visit.startsOn) throw new DomainError('invalid', 'visits_error_due_after_start')
  return input.preparationDueOn
}

async function remember(ctx: Ctx, actor: Person, visit: Visit, change: 'title' | 'form'): Promise<void> {
  const { id: visitId, status, [change]: before } = visit
  await ctx.db
    .insert(visitMoves)
    .values({ id: newId(), visitId, fromStatus: status, toStatus: status, actorId: actor.id, at: ctx.now, change, before })
}
