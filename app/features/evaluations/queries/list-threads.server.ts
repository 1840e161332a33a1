// The six stops of each goal and the five of each improvement work: what the visit's cards show.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import {
  followUpSteps,
  followUps,
  goalJudgements,
  slotGoals,
  slots,
  summaries,
  summaryAnswers,
  visitTallies,
} from '#db/schema/index.ts'
import { canReadOutcome } from '../policy.ts'
import { type GoalStop, goalStopsReached, type WorkStop, workStopsReached } from '../rules/threads.ts'
import type { ProgressStep } from '../words.ts'
import { type Followed, listFollowed } from './followed.server.ts'

type GoalThread = Followed & { kind: 'goal'; stops: GoalStop[]; slotIds: string[]; steps: ProgressStep[] }
type WorkThread = Followed & { kind: 'improvement_work'; stops: WorkStop[]; slotIds: string[]; steps: ProgressStep[] }
export type Threads = { goals: GoalThread[]; works: WorkThread[] }

/** @throws not_found unless the actor stands on one of the visit's sides. */
export async function listGoalThreadsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<Threads> {
  const file = await findVisitFor(actor, visitId, ctx)
  found(canReadOutcome(actor, file) ? file : null)
  const { followed, ...facts } = await once(ctx, `threads ${visitId}`, () => readFacts(visitId, ctx))
  const goals: GoalThread[] = []
  const works: WorkThread[] = []
  for (const one of followed) {
    const { id, kind } = one
    const steps = facts.steps.filter((step) => step.followedId === id).map(({ progress }) => progress)
    if (kind === 'goal') {
      const slotIds = facts.slotsOfGoals.filter((slot) => slot.goalId === id).map(({ slotId }) => slotId)
      const judgedBy = facts.judgements.filter((judgement) => judgement.goalId === id).length
      goals.push({
        ...one,
        kind,
        slotIds,
        steps,
        stops: goalStopsReached({ ...facts, inProgramme: slotIds.length > 0, judgedBy }),
      })
    } else {
      const slotIds = facts.slots.filter((slot) => slot.improvementWorkId === id).map((slot) => slot.id)
      works.push({
        ...one,
        kind,
        slotIds,
        steps,
        stops: workStopsReached({ ...facts, inProgramme: slotIds.length > 0, steps }),
      })
    }
  }
  return { goals, works }
}

async function readFacts(visitId: string, ctx: Ctx) {
  const { db } = ctx
  const followed = await listFollowed(visitId, ctx)
  const planned = await db
    .select()
    .from(slots)
    .where(and(eq(slots.visitId, visitId), isNull(slots.removedAt)))
  const slotIds = planned.map(({ id }) => id)
  const slotsOfGoals = slotIds.length > 0 ? await db.select().from(slotGoals).where(inArray(slotGoals.slotId, slotIds)) : []
  const rounds = await db.select({ id: followUps.id }).from(followUps).where(eq(followUps.visitId, visitId))
  const roundIds = rounds.map(({ id }) => id)
  const steps =
    roundIds.length > 0 ? await db.select().from(followUpSteps).where(inArray(followUpSteps.followUpId, roundIds)) : []
  const [summary] = await db.select().from(summaries).where(eq(summaries.visitId, visitId))
  const [told] = await db
    .select()
    .from(summaryAnswers)
    .where(and(eq(summaryAnswers.visitId, visitId), eq(summaryAnswers.item, 'SUM05')))
  const tallies = await db
    .select()
    .from(visitTallies)
    .where(and(eq(visitTallies.visitId, visitId), eq(visitTallies.indicatorId, 'CL8')))
  const isOutside = summary?.agreedAt && summary.visibility !== 'participants' && summary.publishItems.includes('SUM05')
  return {
    followed,
    slots: planned,
    slotsOfGoals,
    judgements: await judgementsOf(followed, ctx),
    steps,
    summarised: Boolean(summary?.agreedAt),
    askedAgain: rounds.length > 0,
    counted: tallies.length > 0,
    toldOutside: Boolean(isOutside) && Boolean(told?.value),
  }
}

async function judgementsOf(followed: readonly Followed[], ctx: Ctx) {
  const ids = followed.filter(({ kind }) => kind === 'goal').map(({ id }) => id)
  return ids.length > 0 ? ctx.db.select().from(goalJudgements).where(inArray(goalJudgements.goalId, ids)) : []
}
