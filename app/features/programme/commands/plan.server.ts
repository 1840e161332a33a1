// What every change of a programme begins with, and how a slot's words are checked against the visit.
import { eq } from 'drizzle-orm'
import { readGoals, readWorks } from '#app/features/preparation/queries.server.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { type VisitFile, visitDays } from '#app/features/visits/rules.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import type { Ctx } from '#db/context.server.ts'
import { programmes, slotGoals } from '#db/schema/index.ts'
import { canReadProgramme, isPlannable } from '../policy.ts'
import type { SlotInput } from '../rules.ts'

export type Plan = { file: VisitFile; days: string[] }

/**
 * The visit as the actor sees it, while it can be planned; the programme's row is made with the first plan and held, so that
 * planners take turns.
 * @throws not_found for outsiders, conflict before the days are agreed and after the visit.
 */
export async function openPlan(actor: Person, visitId: string, ctx: Ctx): Promise<Plan> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadProgramme(actor, file))
  const days = visitDays(file.visit)
  const [first, last] = [days[0], days.at(-1)]
  if (!isPlannable(file) || !first || !last) throw new DomainError('conflict', 'programme_error_not_now')
  await ctx.db
    .insert(programmes)
    .values({ visitId, plannedFrom: first, plannedTo: last, updatedAt: ctx.now })
    .onConflictDoNothing()
  await ctx.db.select().from(programmes).where(eq(programmes.visitId, visitId)).for('update')
  return { file, days }
}

/**
 * A slot may only name what belongs to the visit: an agreed day, a host who takes part, standing goals and works.
 * `kept` names what the slot already has: somebody who left or a withdrawn goal is no reason to refuse a new time.
 * @throws conflict for a day that is not agreed, not_found for people, goals and works of other visits.
 */
export async function checkAgainstVisit(
  plan: Plan,
  input: SlotInput,
  kept: { day?: string; hostParticipantId?: string | null; goalIds?: readonly string[]; improvementWorkId?: string | null },
  ctx: Ctx,
): Promise<void> {
  const { file, days } = plan
  if (!days.includes(input.day)) throw new DomainError('conflict', 'programme_error_day_not_agreed')
  const { hostParticipantId: host, improvementWorkId: work } = input
  if (host && host !== kept.hostParticipantId) {
    found(file.participants.find((person) => person.id === host && person.side === 'host' && person.leftAt === null))
  }
  const newGoals = input.goalIds.filter((goalId) => !kept.goalIds?.includes(goalId))
  if (newGoals.length > 0) {
    const known = new Set((await readGoals(file.visit.id, ctx)).map((goal) => goal.id))
    for (const goalId of newGoals) hiddenUnless(known.has(goalId))
  }
  if (work && work !== kept.improvementWorkId) {
    found((await readWorks(file.visit.id, ctx)).find((each) => each.id === work))
  }
}

export async function linkGoals(slotId: string, goalIds: readonly string[], ctx: Ctx): Promise<void> {
  await ctx.db.delete(slotGoals).where(eq(slotGoals.slotId, slotId))
  const unique = [...new Set(goalIds)]
  if (unique.length > 0) await ctx.db.insert(slotGoals).values(unique.map((goalId) => ({ slotId, goalId })))
}

export function tell(visitId: string, ctx: Ctx): void {
  ring(ctx, roomOf.visit(visitId), 'programme')
}
