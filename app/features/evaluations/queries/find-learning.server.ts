// What a visit is about, for its overview: each goal and each improvement work with where it is taken up and how far it has come.
import { readGoals, readWorks } from '#app/features/preparation/queries.server.ts'
import type { GoalStop as CardStop } from '#app/features/preparation/ui/GoalCard.tsx'
import type { WorkStop as WorkCardStop } from '#app/features/preparation/ui/ImprovementWorkCard.tsx'
import type { LearningThere } from '#app/features/preparation/ui/WhatWeLearn.tsx'
import { readSlots } from '#app/features/programme/queries.server.ts'
import { canReadInside, coordinatedSide } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { VisitStatus } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import type { GoalStop, WorkStop } from '../rules/threads.ts'
import { listGoalThreadsFor } from './list-threads.server.ts'

/** The stops in the words of the cards. */
const cardStops: Record<GoalStop, CardStop> = {
  written: 'written',
  planned: 'programme',
  judged: 'judged',
  summarised: 'summarised',
  asked_again: 'asked',
  counted: 'counted',
}
const workCardStops: Record<WorkStop, WorkCardStop> = {
  offered: 'offered',
  presented: 'presented',
  good_example: 'example',
  tried: 'tried',
  introduced: 'introduced',
}

const judged: readonly VisitStatus[] = ['evaluating', 'summarised', 'followed_up', 'closed']

/** Null for those who may only know of the visit. @throws not_found */
export async function findLearningFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<LearningThere | null> {
  const file = await findVisitFor(actor, visitId, ctx)
  if (!canReadInside(actor, file)) return null
  const { goals, works, slots } = await once(ctx, `learning ${visitId}`, () => readLearning(visitId, ctx))
  // Before the days are over nothing but the programme can move a thread, and the programme is known here.
  const threads = judged.includes(file.visit.status) ? await listGoalThreadsFor(actor, visitId, ctx) : undefined
  return {
    goals: goals.map((goal) => {
      const serving = slots.filter((slot) => slot.goalIds.includes(goal.id))
      const stops = threads?.goals.find((thread) => thread.id === goal.id)?.stops
      return { goal, slots: serving, reached: cardStops[stops?.at(-1) ?? (serving.length > 0 ? 'planned' : 'written')] }
    }),
    works: works.map((work) => {
      const serving = slots.filter((slot) => slot.improvementWorkId === work.id)
      const stops = threads?.works.find((thread) => thread.id === work.id)?.stops
      return { work, slots: serving, reached: workCardStops[stops?.at(-1) ?? (serving.length > 0 ? 'presented' : 'offered')] }
    }),
    mayPlan: coordinatedSide(actor, file) !== null,
  }
}

async function readLearning(visitId: string, ctx: Ctx) {
  const [goals, works, slots] = await Promise.all([readGoals(visitId, ctx), readWorks(visitId, ctx), readSlots(visitId, ctx)])
  return { goals, works, slots }
}
