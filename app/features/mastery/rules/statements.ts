// The instrument: statements that people rate from 1 to 5, and what is an answer. Data in db/reference/mastery.
import { z } from 'zod'
import { strands } from '#app/features/indicators/rules/words.ts'
import { walkers } from '#app/features/pairs/words.ts'
import { trilingual } from '#app/kernel/locale-schema.ts'
import { rounds } from '../words.ts'

const value = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

/** How far a statement holds. */
export type Value = z.infer<typeof value>
export const values: readonly Value[] = [1, 2, 3, 4, 5]

const statement = z.strictObject({
  /** Belongs to the wording: a statement that is reworded gets a new id, so that unlike answers are never added up. */
  id: z.string().regex(/^[A-Z]{3}\d{2}$/),
  text: trilingual,
  /** The indicator that counts 4 and 5 among all who answered 1 to 5, and on which strand each round counts. */
  feeds: z
    .strictObject({
      indicator: z.string(),
      rounds: z.strictObject({ end: z.enum(strands).optional(), after: z.enum(strands).optional() }),
    })
    .optional(),
})

export const instrumentSchema = z.strictObject({
  walker: z.enum(walkers),
  version: z.number().int().positive(),
  statements: z.array(statement).min(1),
})

export const scaleSchema = z.strictObject({
  steps: z.array(z.strictObject({ value, label: trilingual })).length(5),
  unknown: trilingual,
})

export type Statement = z.infer<typeof statement>
export type Instrument = z.infer<typeof instrumentSchema>
export type Scale = z.infer<typeof scaleSchema>

/** By statement: 1 to 5, or null for "don't know or not relevant". A statement left blank has no entry. */
export type Answers = Record<string, Value | null>

/** What a form says for "don't know". */
export const UNKNOWN = 'unknown'

/** The answers in a form's fields, named after the statements of the instrument; other fields are left out. */
export function answersIn({ statements }: Pick<Instrument, 'statements'>, fields: Record<string, unknown>): Answers {
  const entries = statements.flatMap(({ id }): [string, Value | null][] => {
    if (fields[id] === UNKNOWN) return [[id, null]]
    const rated = value.safeParse(Number(fields[id]))
    return fields[id] !== undefined && rated.success ? [[id, rated.data]] : []
  })
  return Object.fromEntries(entries)
}

/** The form of a round: every statement can be left blank; what is no step of the scale is refused. */
export function ratingForm(statements: readonly Pick<Statement, 'id'>[]) {
  const step = z.enum(['1', '2', '3', '4', '5', UNKNOWN]).optional()
  return z.object({ round: z.enum(rounds), ...Object.fromEntries(statements.map(({ id }) => [id, step])) })
}

export const passInput = z.object({ round: z.enum(rounds) })

/** Of those who answered 1 to 5: is it a 4 or a 5? (DOMAIN's share rule; "don't know" and blank are in neither.) */
export function isHigh(rated: Value): boolean {
  return rated >= 4
}
