// The six stops of each goal and the five of each improvement work: what the visit's cards show.
import { and, eq, isNull } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import {
  followUpSteps,
  followUps,
  goalJudgements,
  goals as goalRows,
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
  const planned = and(eq(slots.visitId, visitId), isNull(slots.removedAt))
  const [followed, slotsOfWorks, slotsOfGoals, judgements, rounds, steps, [summary], [told], counted] = await Promise.all([
    listFollowed(visitId, ctx),
    db.select({ id: slots.id, improvementWorkId: slots.improvementWorkId }).from(slots).where(planned),
    db
      .select({ goalId: slotGoals.goalId, slotId: slotGoals.slotId })
      .from(slotGoals)
      .innerJoin(slots, eq(slots.id, slotGoals.slotId))
      .where(planned),
    db
      .select({ goalId: goalJudgements.goalId })
      .from(goalJudgements)
      .innerJoin(goalRows, eq(goalRows.id, goalJudgements.goalId))
      .where(eq(goalRows.visitId, visitId)),
    db.select({ id: followUps.id }).from(followUps).where(eq(followUps.visitId, visitId)),
    db
      .select({ followedId: followUpSteps.followedId, progress: followUpSteps.progress })
      .from(followUpSteps)
      .innerJoin(followUps, eq(followUps.id, followUpSteps.followUpId))
      .where(eq(followUps.visitId, visitId)),
    db.select().from(summaries).where(eq(summaries.visitId, visitId)),
    db
      .select({ value: summaryAnswers.value })
      .from(summaryAnswers)
      .where(and(eq(summaryAnswers.visitId, visitId), eq(summaryAnswers.item, 'SUM05'))),
    db
      .select({ indicatorId: visitTallies.indicatorId })
      .from(visitTallies)
      .where(and(eq(visitTallies.visitId, visitId), eq(visitTallies.indicatorId, 'CL8'))),
  ])
  const isOutside = summary?.agreedAt && summary.visibility !== 'participants' && summary.publishItems.includes('SUM05')
  return {
    followed,
    slots: slotsOfWorks,
    slotsOfGoals,
    judgements,
    steps,
    summarised: Boolean(summary?.agreedAt),
    askedAgain: rounds.length > 0,
    counted: counted.length > 0,
    toldOutside: Boolean(isOutside) && Boolean(told?.value),
  }
}
