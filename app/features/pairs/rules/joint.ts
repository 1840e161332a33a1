// The joint step of a module: what the two write together, and when it holds.
import { z } from 'zod'
import { otherWalker, type Walker, walkers } from '../words.ts'
import { goalsInput } from './goals.ts'

const words = (most: number) => z.string().trim().max(most).default('')

/** `version`: the one that the form was made from, 0 before anything was written. */
export const jointStepInput = z.object({
  version: z.coerce.number().int().min(0),
  goals: goalsInput,
  time: words(300),
  mandate: words(2_000),
  notes: words(4_000),
})

export const confirmationInput = z.object({ version: z.coerce.number().int().min(1) })

export type Confirmation = { walker: Walker; version: number }
type Step = { version: number } | null | undefined

/** Complete only when both have confirmed the very version that stands. */
export function isComplete(step: Step, confirmations: readonly Confirmation[]): boolean {
  return walkers.every((walker) => hasConfirmed(walker, step, confirmations))
}

/** Does the walker stand behind the version that stands now? */
export function hasConfirmed(walker: Walker, step: Step, confirmations: readonly Confirmation[]): boolean {
  return Boolean(step) && confirmations.some((one) => one.walker === walker && one.version === step?.version)
}

export type JointStanding = 'unwritten' | 'unconfirmed' | 'waits_for_me' | 'waits_for_other' | 'complete'

/** How the step looks to one of the two. */
export function jointStanding(me: Walker, step: Step, confirmations: readonly Confirmation[]): JointStanding {
  if (!step) return 'unwritten'
  const mine = hasConfirmed(me, step, confirmations)
  const theirs = hasConfirmed(otherWalker(me), step, confirmations)
  if (mine && theirs) return 'complete'
  if (mine) return 'waits_for_other'
  return theirs ? 'waits_for_me' : 'unconfirmed'
}
