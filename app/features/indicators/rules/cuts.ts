// Small numbers. Everything that is shown is a sum of steps; a step is never fewer than `least` answers and no answer is in
// two steps. So whatever is added and subtracted, over units, periods and time, stays a sum of steps.
import type { Quarter } from './periods.ts'
import type { RespondentGroup, Tally } from './words.ts'

/** Counts of things that are no person's answer: they have nothing to hide. */
const openGroups: readonly RespondentGroup[] = [
  'administration_management',
  'education_office',
  'external_reviewer',
  'hr',
  'region_management',
  'system',
  'university',
]

/**
 * Indicators whose counts are people, whatever group reports them: the response rate counts those who were invited, and of
 * walks, their talks and their goals there are no more than there are people who walk.
 */
const aboutPeople: readonly string[] = ['CL6', 'LP3', 'LP4', 'LP5']

/** Answers a step needs for this indicator and group; 0 when the counts are no person's answers. `smallest`: the setting, 5 to 10. */
export function leastAnswers(indicatorId: string, group: RespondentGroup, smallest: number): number {
  return openGroups.includes(group) && !aboutPeople.includes(indicatorId) ? 0 : smallest
}

/** How far a stream of answers has been shown. `since`: the quarter of the oldest answer that waits. */
export type Cut = { all: Tally; shown: Tally; since: Quarter }

export type Step = Tally & { quarter: Quarter }

const nothing: Tally = { numerator: 0, denominator: 0, answers: 0 }

export function emptyCut(quarter: Quarter): Cut {
  return { all: nothing, shown: nothing, since: quarter }
}

export function waitingIn(cut: Cut): Tally {
  return minus(cut.all, cut.shown)
}

/**
 * Takes in new counts. Once at least `least` answers wait, all that wait become one step, dated in the later of the given
 * quarter and the one they waited in. The law that `settle.server.ts` carries out in SQL; the tests hold the statement to it.
 */
export function takeIn(cut: Cut, given: Tally, quarter: Quarter, least: number): { cut: Cut; step: Step | null } {
  const idle = waitingIn(cut).answers === 0
  const since = idle ? quarter : Math.min(cut.since, quarter)
  const all = plus(cut.all, given)
  const waiting = minus(all, cut.shown)
  if (waiting.answers < least) return { cut: { all, shown: cut.shown, since }, step: null }
  return {
    cut: { all, shown: all, since: quarter },
    step: { ...waiting, quarter: idle ? quarter : Math.max(cut.since, quarter) },
  }
}

/** Quarters that answers wait for company at their own unit before they are counted one level up. */
export const longestWait = 8

export function plus(a: Tally, b: Tally): Tally {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator, answers: a.answers + b.answers }
}

function minus(a: Tally, b: Tally): Tally {
  return { numerator: a.numerator - b.numerator, denominator: a.denominator - b.denominator, answers: a.answers - b.answers }
}
