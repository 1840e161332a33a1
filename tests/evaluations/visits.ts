// Visits whose days are over, with as many people as a test needs, and the answers they give.

import { and, eq } from 'drizzle-orm'
import type { Answers } from '#app/features/evaluations/rules/answers.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { goals, improvementWorks, observations } from '#db/schema/index.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aUnit, type Participant, type Unit, type Visit } from '#tests/support/factories.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'

/** The visit took place from Tuesday 1 to Thursday 3 September 2026; this is the morning after. */
const theMorningAfter = '2026-09-04T06:00:00Z'
export const visitDays = { startsOn: '2026-09-01', endsOn: '2026-09-03' }

type Guest = { person: Person; participant: Participant }

/** A visit that has just been moved to evaluating; `guests` on top of Ingrid and Sindre. */
export async function anEvaluatedVisit(ctx: TestCtx, { guests = 0, host }: { guests?: number; host?: Unit } = {}) {
  const then = ctx.at(theMorningAfter)
  const unit = host ?? (await aUnit(then, { name: 'Rehabavdelningen Tallbacken', profile: true }))
  const people = await aVisitWithPeople(then, { ...visitDays, status: 'evaluating', host: unit })
  const more: Guest[] = []
  for (let count = 0; count < guests; count += 1) more.push(await someoneIn(then, people.visit))
  return { ...people, host: unit, more, then }
}

export async function aGoal(ctx: Ctx, visit: Pick<Visit, 'id'>, author: Participant, text: string): Promise<string> {
  const id = newId()
  const written = { createdAt: ctx.now, updatedAt: ctx.now, language: author.locale, position: 1 }
  await ctx.db.insert(goals).values({ id, visitId: visit.id, side: author.side, participantId: author.id, text, ...written })
  return id
}

export async function aWork(ctx: Ctx, visit: Pick<Visit, 'id'>, author: Participant, title: string): Promise<string> {
  const id = newId()
  const written = { createdAt: ctx.now, updatedAt: ctx.now, language: author.locale, position: 1 }
  await ctx.db.insert(improvementWorks).values({ id, visitId: visit.id, participantId: author.id, title, ...written })
  return id
}

export function guestAnswers(given: Answers = {}): Answers {
  return { GST01: 5, GST06: 4, GST10: 9, GST11: 'yes', ...given }
}

export function hostAnswers(given: Answers = {}): Answers {
  return { HST01: 4, HST03: 5, HST04: 4, HST05: 3, HST06: 'yes', HST09: 8, HST10: 'no', ...given }
}

/** All that the unit itself has of an indicator, over every period: [numerator, denominator]. */
export async function counted(
  ctx: Ctx,
  unit: Pick<Unit, 'id'>,
  indicatorId: string,
  { strand = 'main', group }: { strand?: 'main' | 'leading' | 'supporting'; group?: 'guest' | 'host' | 'system' } = {},
): Promise<[number, number]> {
  const rows = await ctx.db
    .select()
    .from(observations)
    .where(and(eq(observations.unitId, unit.id), eq(observations.indicatorId, indicatorId), eq(observations.strand, strand)))
  const ours = rows.filter((row) => group === undefined || row.group === group)
  return [ours.reduce((sum, row) => sum + row.ownNumerator, 0), ours.reduce((sum, row) => sum + row.ownDenominator, 0)]
}
