import { sideOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Side } from '#app/features/visits/rules.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canReadPreparation } from '../policy.ts'
import { findGoalFor } from '../queries.server.ts'
import { goalsState, versionOf } from '../rules.ts'
import type { Goal } from '../words.ts'
import { findStateOf } from './find-state.server.ts'

export type GoalPage = {
  visitId: string
  hostUnit: string
  side: Side
  /** Null: a new one. */
  goal: Goal | null
  version: string
  /** What is written becomes a proposal. */
  proposes: boolean
}

/**
 * What the page of one goal (or of a new one) needs.
 * @throws not_found for outsiders and unknown goals; forbidden for the other side's; conflict when nothing can be written.
 */
export async function findGoalPageFor(
  actor: Actor,
  visitId: string,
  goalId: string | null,
  ctx: Ctx = here(),
): Promise<GoalPage> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadPreparation(actor, file))
  const side = found(sideOf(actor, file))
  const goal = goalId ? await findGoalFor(actor, visitId, goalId, ctx) : null
  if (goal && goal.side !== side) throw new DomainError('forbidden')
  const state = goalsState(await findStateOf(file.visit, dayAt(ctx.now, file.visit.timeZone), ctx), side)
  if (state === 'waiting' || state === 'over') throw new DomainError('conflict', `preparation_error_${state}`)
  return {
    visitId,
    hostUnit: file.hostUnit.name,
    side,
    goal,
    version: versionOf(goal?.text ?? ''),
    proposes: state === 'locked',
  }
}
