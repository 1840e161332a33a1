// Whom somebody may supervise on a day: from the courses they have taken, the definitions of those days, and how long they hold.
import { addMonths, type Day } from '#app/kernel/days.ts'
import { type Definition, definitionOn } from './steps.ts'

export type Taken = { step: number; takenOn: Day }

/**
 * Why a course counts today or not. `unknown_step`: there was no such course on its day. `missing_step`: a step it builds on
 * had not been taken, or had run out. `expired`: it counted once. `ahead`: its day is still to come.
 */
export type CourseState = 'counts' | 'unknown_step' | 'missing_step' | 'expired' | 'ahead'

export type CourseStanding<T extends Taken> = {
  course: T
  state: CourseState
  /** The first day on which it no longer holds; null when it does not run out. */
  expiresOn: Day | null
  /** Steps that had to be, or should have been, taken before and were not. */
  missing: number[]
}

export type Standing<T extends Taken> = {
  /** In the order in which they were taken. */
  courses: CourseStanding<T>[]
  /** Steps held on the day, lowest first. */
  holds: number[]
  /** Keys of whom one may supervise, in the order of the steps. */
  entitles: string[]
}

type Held = { step: number; from: Day; until: Day | null; definition: Definition }

/** `validMonths`: what the region says a course holds, null when it says nothing: then the definition of the step decides. */
export function standingOn<T extends Taken>(
  definitions: readonly Definition[],
  taken: readonly T[],
  on: Day,
  validMonths: number | null,
): Standing<T> {
  const held: Held[] = []
  // A prerequisite taken on the same day was taken first.
  const ordered = [...taken].sort((a, b) => a.takenOn.localeCompare(b.takenOn) || a.step - b.step)
  const courses = ordered.map((course): CourseStanding<T> => {
    const definition = definitionOn(definitions, course.step, course.takenOn)
    if (!definition) return { course, state: 'unknown_step', expiresOn: null, missing: [] }
    const has = (step: number) => held.some((one) => one.step === step && isWithin(one, course.takenOn))
    const required = definition.requires.filter((step) => !has(step))
    const missing = [...required, ...definition.recommends.filter((step) => !has(step))]
    const months = validMonths ?? definition.validMonths
    const expiresOn = months === null ? null : addMonths(course.takenOn, months)
    if (required.length > 0) return { course, state: 'missing_step', expiresOn, missing }
    held.push({ step: course.step, from: course.takenOn, until: expiresOn, definition })
    if (course.takenOn > on) return { course, state: 'ahead', expiresOn, missing }
    return { course, state: expiresOn !== null && expiresOn <= on ? 'expired' : 'counts', expiresOn, missing }
  })
  const now = held.filter((one) => isWithin(one, on)).sort((a, b) => a.step - b.step)
  return {
    courses,
    holds: [...new Set(now.map((one) => one.step))],
    entitles: [...new Set(now.flatMap((one) => one.definition.entitles))],
  }
}

function isWithin({ from, until }: Held, on: Day): boolean {
  return from <= on && (until === null || on < until)
}

/**
 * Does somebody who holds these steps have the training that `basic` names? A step that builds on it, at one or more removes,
 * shows it too: whoever was let in to step 2 had step 1.
 */
export function hasBasic(definitions: readonly Definition[], holds: readonly number[], basic: number): boolean {
  return holds.some((step) => buildsOn(definitions, step, basic, new Set()))
}

function buildsOn(definitions: readonly Definition[], step: number, basic: number, seen: Set<number>): boolean {
  if (step === basic) return true
  if (seen.has(step)) return false
  seen.add(step)
  const below = definitions.filter((each) => each.step === step).flatMap((each) => each.requires)
  return below.some((each) => buildsOn(definitions, each, basic, seen))
}
