// Where on the red thread a goal, or an improvement work, stands. Facts in, stops out.

import type { ProgressStep } from '../words.ts'
import { isIntroduced, isTried } from './follow-up.ts'

const goalStops = ['written', 'planned', 'judged', 'summarised', 'asked_again', 'counted'] as const
export type GoalStop = (typeof goalStops)[number]

const workStops = ['offered', 'presented', 'good_example', 'tried', 'introduced'] as const
export type WorkStop = (typeof workStops)[number]

export type GoalFacts = {
  inProgramme: boolean
  judgedBy: number
  summarised: boolean
  askedAgain: boolean
  counted: boolean
}

/** The stops a goal has reached. Judged: by both sides. Asked again: a follow-up has been sent. Counted: the visit stands in CL8. */
export function goalStopsReached(facts: GoalFacts): GoalStop[] {
  const reached: Record<GoalStop, boolean> = {
    written: true,
    planned: facts.inProgramme,
    judged: facts.judgedBy === 2,
    summarised: facts.summarised,
    asked_again: facts.askedAgain,
    counted: facts.counted,
  }
  return goalStops.filter((stop) => reached[stop])
}

export type WorkFacts = {
  inProgramme: boolean
  /** The summary tells of the guests' work, and may be read outside the visit. */
  toldOutside: boolean
  /** What people said of it months later. */
  steps: readonly ProgressStep[]
}

/** The stops an improvement work has reached. Good example: what was learnt from it may be read by others than the two sides. */
export function workStopsReached(facts: WorkFacts): WorkStop[] {
  const reached: Record<WorkStop, boolean> = {
    offered: true,
    presented: facts.inProgramme,
    good_example: facts.toldOutside,
    tried: facts.steps.some(isTried),
    introduced: facts.steps.some(isIntroduced),
  }
  return workStops.filter((stop) => reached[stop])
}
