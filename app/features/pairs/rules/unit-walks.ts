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
  /** Whole months since the walk was started. */
  months: number
  /** Talks whose day has come, and those of them that were held. */
  talks: { due: number; held: number }
}

/** Is every step of all modules that everybody walks done, and every joint one of them confirmed? */
export function isThrough({ walked, joint }: Pick<CountedWalk, 'walked' | 'joint'>, modules: readonly Module[]): boolean {
  return modules
    .filter((module) => !module.optional)
    .every((module) => walked.has(module.id) && (!module.joint || joint.has(module.id)))
}

function stateOf(walk: CountedWalk, modules: readonly Module[]): WalkState {
  if (isThrough(walk, modules)) return 'finished'
  if (walk.ended) return 'ended'
  return walk.paused ? 'paused' : 'under_way'
}

/** In the order that `readStand` takes apart: who has had a talk due, who has held one; then for each module walked, confirmed. */
export function tallyOf(walks: readonly CountedWalk[], modules: readonly Module[]): Tally {
  const states = walks.map((walk) => stateOf(walk, modules))
  return {
    all: walks.length,
    states: walkStates.map((state) => states.filter((one) => one === state).length),
    marks: [
      walks.filter((walk) => walk.talks.due > 0).length,
      walks.filter((walk) => walk.talks.held > 0).length,
      ...modules.flatMap(({ id }) => [
        walks.filter((walk) => walk.walked.has(id)).length,
        walks.filter((walk) => walk.joint.has(id)).length,
      ]),
    ],
  }
}

/** "At least so many" of each; 0 where nothing may be said. */
export type Stand = {
  all: number
  states: Record<WalkState, number>
  /** Who has had a talk to hold, and who has held one. */
  talks: { due: number; held: number }
  modules: { walked: number; joint: number }[]
}

/** The other way round: what `tallyOf` counted, as it may be shown. */
export function readStand(shown: Shown | undefined, modules: readonly Module[]): Stand {
  const state = (index: number) => shown?.states[index] ?? 0
  const mark = (index: number) => shown?.marks[index] ?? 0
  return {
    all: shown?.all ?? 0,
    states: { under_way: state(0), paused: state(1), ended: state(2), finished: state(3) },
    talks: { due: mark(0), held: mark(1) },
    modules: modules.map((_, index) => ({ walked: mark(2 * index + 2), joint: mark(2 * index + 3) })),
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

/** Of the talks whose day has come, how many were held: in tenths, null unless it may be said how many had one. */
export function shareOfTalks(walks: readonly CountedWalk[], stand: Stand): number | null {
  if (stand.talks.due === 0) return null
  const due = walks.reduce((sum, walk) => sum + walk.talks.due, 0)
  const held = walks.reduce((sum, walk) => sum + walk.talks.held, 0)
  return Math.round((10 * held) / due)
}
