// What the steps of supervisor training are: definitions with days. Their law: a course is judged by the definition of its own day.
import { z } from 'zod'
import { type Day, day } from '#app/kernel/days.ts'
import { trilingual } from '#app/kernel/locale-schema.ts'

const step = z.int().min(0).max(9)

const definition = z.strictObject({
  step,
  /** First and last day of courses that this definition is about; null: as far back, or on, as there are courses. */
  validFrom: day.nullable(),
  validUntil: day.nullable(),
  title: trilingual,
  about: trilingual,
  /** Steps that must have been taken, and still hold, when the course is taken. */
  requires: z.array(step),
  /** Steps that should have been taken; the course counts without them. */
  recommends: z.array(step),
  /** Keys of `entitlements`: whom one may supervise. */
  entitles: z.array(z.string()),
  /** Months that a course holds; null: it does not run out. A region may say otherwise. */
  validMonths: z.int().positive().nullable(),
})

export type Definition = z.infer<typeof definition>

/** The shape of db/reference/training/steps.json. */
export const stepsFile = z
  .strictObject({ version: z.int(), entitlements: z.record(z.string(), trilingual), definitions: z.array(definition).min(1) })
  .refine(
    ({ entitlements, definitions }) => definitions.every(({ entitles }) => entitles.every((key) => key in entitlements)),
    {
      error: 'A definition entitles to something that has no words.',
    },
  )
  .refine(
    ({ definitions }) => definitions.every((one) => definitions.every((other) => one === other || !overlap(one, other))),
    {
      error: 'Two definitions of one step hold on the same day.',
    },
  )

function overlap(a: Definition, b: Definition): boolean {
  if (a.step !== b.step) return false
  return (a.validFrom ?? '') <= (b.validUntil ?? '9999-12-31') && (b.validFrom ?? '') <= (a.validUntil ?? '9999-12-31')
}

/** The definition of the step that holds on the day, or undefined when there is no such course then. */
export function definitionOn(definitions: readonly Definition[], step: number, on: Day): Definition | undefined {
  return definitions.find((each) => each.step === step && holdsOn(each, on))
}

/** First and last day belong to it; null is open. */
export function holdsOn({ validFrom, validUntil }: Pick<Definition, 'validFrom' | 'validUntil'>, on: Day): boolean {
  return (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil)
}

/** Every step there has ever been, lowest first. */
export function stepsIn(definitions: readonly Definition[]): number[] {
  return [...new Set(definitions.map((each) => each.step))].sort((a, b) => a - b)
}
