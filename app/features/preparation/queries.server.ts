// Reads of the preparation room. Participants of both sides read everything; who may not know of the visit finds nothing.
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { changeProposals, goals, improvementWorks, preparations, users, visitParticipants, visits } from '#db/schema/index.ts'
import { canReadPreparation } from './policy.ts'
import { isBrought } from './queries/read-words.server.ts'
import { type ReminderStage, reminderStage } from './rules.ts'
import type { DecidedWork, Goal, ImprovementWork } from './words.ts'

const authorName = sql<string>`coalesce(${visitParticipants.name}, ${users.name}, '')`
const authorProfession = sql<string>`coalesce(${visitParticipants.profession}, ${users.profession}, '')`

/**
 * The goals of both sides that are written and not withdrawn, hosts' and guests' each in the order they were written.
 * @throws not_found unless the actor may read what is written for the participants.
 */
export async function listGoalsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<Goal[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadPreparation(actor, file))
  return readGoals(visitId, ctx)
}

/** One goal, also of the other side. @throws not_found when it is not the visit's, withdrawn or hidden. */
export async function findGoalFor(actor: Actor, visitId: string, goalId: string, ctx: Ctx = here()): Promise<Goal> {
  const all = await listGoalsFor(actor, visitId, ctx)
  return found(all.find((goal) => goal.id === goalId))
}

/** Unguarded: for commands and rooms above that have checked already. */
export function readGoals(visitId: string, ctx: Ctx): Promise<Goal[]> {
  return ctx.db
    .select({
      id: goals.id,
      visitId: goals.visitId,
      side: goals.side,
      participantId: goals.participantId,
      authorName,
      authorProfession,
      text: goals.text,
      language: goals.language,
      createdAt: goals.createdAt,
    })
    .from(goals)
    .leftJoin(visitParticipants, eq(visitParticipants.id, goals.participantId))
    .leftJoin(users, eq(users.id, goals.createdBy))
    .where(and(eq(goals.visitId, visitId), isNull(goals.withdrawnAt), ne(goals.text, '')))
    .orderBy(sql`${goals.side} desc`, asc(goals.position), asc(goals.createdAt), asc(goals.id))
}

/** The guests' improvement works, in the order they were written. Unguarded, as readGoals. A work without a single word yet is not listed. */
export async function readWorks(visitId: string, ctx: Ctx): Promise<ImprovementWork[]> {
  const rows = await ctx.db
    .select({
      id: improvementWorks.id,
      visitId: improvementWorks.visitId,
      participantId: improvementWorks.participantId,
      authorName,
      authorProfession,
      title: improvementWorks.title,
      aim: improvementWorks.aim,
      method: improvementWorks.method,
      status: improvementWorks.status,
      measure: improvementWorks.measure,
      struggle: improvementWorks.struggle,
      language: improvementWorks.language,
      createdAt: improvementWorks.createdAt,
    })
    .from(improvementWorks)
    .leftJoin(visitParticipants, eq(visitParticipants.id, improvementWorks.participantId))
    .leftJoin(users, eq(users.id, improvementWorks.createdBy))
    .where(isBrought(visitId))
    .orderBy(asc(improvementWorks.position), asc(improvementWorks.createdAt), asc(improvementWorks.id))
  return rows.filter((work) => work.title || work.aim || work.method || work.measure || work.struggle)
}

/** What the sides have decided to try, in the order they did. Unguarded, as readGoals. */
export function readDecidedWorks(visitId: string, ctx: Ctx): Promise<DecidedWork[]> {
  const { id, side, title, aim, language, createdAt, origin, withdrawnAt } = improvementWorks
  return ctx.db
    .select({ id, side, authorName, title, aim, language, createdAt })
    .from(improvementWorks)
    .leftJoin(visitParticipants, eq(visitParticipants.id, improvementWorks.participantId))
    .leftJoin(users, eq(users.id, improvementWorks.createdBy))
    .where(and(eq(improvementWorks.visitId, visitId), eq(origin, 'decided'), isNull(withdrawnAt)))
    .orderBy(asc(createdAt), asc(id))
}

/**
 * Preparations that deserve a reminder: the days are agreed and nothing has been sent. `stage`: the latest one that `today`
 * has reached; whether it has gone out already is known by whoever sends it.
 */
export async function listPreparationsDue(
  ctx: Ctx,
  today: Day,
): Promise<{ visitId: string; dueOn: Day; stage: ReminderStage }[]> {
  const rows = await ctx.db
    .select({ visitId: visits.id, dueOn: visits.preparationDueOn })
    .from(visits)
    .leftJoin(preparations, eq(preparations.visitId, visits.id))
    .where(
      and(inArray(visits.status, ['confirmed', 'preparing']), isNotNull(visits.preparationDueOn), isNull(preparations.sentAt)),
    )
    .orderBy(asc(visits.preparationDueOn), asc(visits.id))
  return rows.flatMap(({ visitId, dueOn }) => {
    const stage = dueOn && reminderStage(dueOn, today)
    return dueOn && stage ? [{ visitId, dueOn, stage }] : []
  })
}

/** How many proposals wait for an answer. Unguarded: for letters and steps that have checked already. */
export async function countOpenProposals(visitId: string, ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(changeProposals)
    .where(and(eq(changeProposals.visitId, visitId), isNull(changeProposals.answer)))
  return rows[0]?.count ?? 0
}
