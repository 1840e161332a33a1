// How the walks of a unit stand, counted: each resource person once, by the walk they are on. No names, nothing written.
import type { Shown, Tally } from './whole-steps.ts'

/** Where a walk stands. A walk whose every step is done is finished, also when the two have put an end to it. */
export const walkStates = ['under_way', 'paused', 'ended', 'finished'] as const
export type WalkState = (typeof walkStates)[number]

type Module = { id: string; optional: boolean; joint: unknown }

/** One walk as it is counted. `walked`: modules whose every step on the resource person's track is done; `joint`: those confirmed. */
export type CountedWalk = {
  paused: boolean
  ended: boolean
  walked: ReadonlySet<string>
  joint: ReadonlySet<string>
  /** Whole months since the two began. */
  months: number
}

export function stateOf(walk: CountedWalk, modules: readonly Module[]): WalkState {
  const isThrough = modules
    .filter((module) => !module.optional)
    .every((module) => walk.walked.has(module.id) && (!module.joint || walk.joint.has(module.id)))
  if (isThrough) return 'finished'
  if (walk.ended) return 'ended'
  return walk.paused ? 'paused' : 'under_way'
}

/** In the order that `readStand` takes apart: for each module those who have walked it, then those who have confirmed it. */
export function tallyOf(walks: readonly CountedWalk[], modules: readonly Module[]): Tally {
  const states = walks.map((walk) => stateOf(walk, modules))
  return {
    all: walks.length,
    states: walkStates.map((state) => states.filter((one) => one === state).length),
    marks: modules.flatMap(({ id }) => [
      walks.filter((walk) => walk.walked.has(id)).length,
      walks.filter((walk) => walk.joint.has(id)).length,
    ]),
  }
}

/** "At least so many" of each; 0 where nothing may be said. */
export type Stand = {
  all: number
  states: Record<WalkState, number>
  modules: { walked: number; joint: number }[]
}

export function readStand(shown: Shown | undefined, modules: readonly Module[]): Stand {
  const state = (index: number) => shown?.states[index] ?? 0
  return {
    all: shown?.all ?? 0,
    states: { under_way: state(0), paused: state(1), ended: state(2), finished: state(3) },
    modules: modules.map((_, index) => ({ walked: shown?.marks[2 * index] ?? 0, joint: shown?.marks[2 * index + 1] ?? 0 })),
  }
}

/**
 * How long those who are under way have walked: the middle of them, in whole months. Null unless so many are shown as under
 * way at this very place that the middle one could be any of them.
 */
export function middleMonths(walks: readonly CountedWalk[], modules: readonly Module[], stand: Stand): number | null {
  if (stand.states.under_way === 0) return null
  const months = walks.filter((walk) => stateOf(walk, modules) === 'under_way').map((walk) => walk.months)
  return months.toSorted((a, b) => a - b)[Math.floor(months.length / 2)] ?? null
}
