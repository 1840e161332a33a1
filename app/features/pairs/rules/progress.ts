// How far somebody has come, and what comes next.
import { type Walker, walkers } from '../words.ts'
import type { JointStanding } from './joint.ts'

type Module = {
  id: string
  optional: boolean
  tracks: Record<Walker, readonly { id: string }[]>
  joint: unknown
}

/** What is known of a walk: done activities as `doneKey`s, and where each written joint step stands for the walker. */
export type Walked = { done: ReadonlySet<string>; joint: ReadonlyMap<string, JointStanding> }

export type NextOnPath =
  | { kind: 'activity'; moduleId: string; activityId: string }
  | { kind: 'joint'; moduleId: string; standing: JointStanding }
  /** All that is left is the other one's to confirm. */
  | { kind: 'waiting'; moduleId: string }
  | { kind: 'finished' }

/** How an activity is named among what is done: ids of activities are only their module's own. */
export function doneKey(moduleId: string, activityId: string): string {
  return `${moduleId}/${activityId}`
}

/**
 * The next thing that `me` can do: through the modules in order, own activities before the joint step. What waits for the
 * other one holds nobody up; optional modules are walked by choice. `alone`: without a pair there are no joint steps.
 */
export function nextOnPath(modules: readonly Module[], me: Walker, walked: Walked, alone = false): NextOnPath {
  let waiting: string | null = null
  for (const module of modules.filter((one) => !one.optional)) {
    const activity = module.tracks[me].find((one) => !walked.done.has(doneKey(module.id, one.id)))
    if (activity) return { kind: 'activity', moduleId: module.id, activityId: activity.id }
    const standing = walked.joint.get(module.id) ?? 'unwritten'
    if (alone || !module.joint || standing === 'complete') continue
    if (standing !== 'waits_for_other') return { kind: 'joint', moduleId: module.id, standing }
    waiting ??= module.id
  }
  return waiting ? { kind: 'waiting', moduleId: waiting } : { kind: 'finished' }
}

/** Both have done their own part of the module, and the joint step holds where there is one. */
export function isWalked(
  module: Module,
  done: Record<Walker, ReadonlySet<string>>,
  joint: ReadonlyMap<string, JointStanding>,
): boolean {
  const isDone = walkers.every((walker) => {
    const count = countDone(module, walker, done[walker])
    return count.done === count.of
  })
  return isDone && (module.joint === null || joint.get(module.id) === 'complete')
}

/** Of the walker's own activities in a module: how many, and how many of them are done. */
export function countDone(module: Pick<Module, 'id' | 'tracks'>, me: Walker, done: ReadonlySet<string>) {
  const steps = module.tracks[me]
  return { done: steps.filter((one) => done.has(doneKey(module.id, one.id))).length, of: steps.length }
}
