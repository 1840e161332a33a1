// What counts as an answer to a question, and which questions are asked at all. Blank is absence; "don't know" is null.
import { z } from 'zod'
import type { Instrument, Item } from './instrument.ts'

/** Longest written answer, in characters. */
export const MAX_WORDS = 4000

type Words = { text: string; language: string }
/** likert5: 1–5 or null · scale_0_10: 0–10 · yes_no: 'yes' | 'no' | null · choice: option key(s) · free_text: words. */
export type Answer = number | null | string | string[] | Words
/** Answers by question id; a question left blank has no entry. */
export type Answers = Record<string, Answer>

/** Is the question asked, given what was answered before it? A hidden question hides those that hang on it. */
export function isAsked(instrument: Instrument, item: Item, answers: Answers): boolean {
  if (!item.showIf) return true
  const { item: otherId, equals } = item.showIf
  const other = instrument.items.find(({ id }) => id === otherId)
  return other !== undefined && isAsked(instrument, other, answers) && answers[otherId] === equals
}

/** The questions this person is asked, in order. */
export function askedItems(instrument: Instrument, answers: Answers): Item[] {
  return instrument.items.filter((item) => isAsked(instrument, item, answers))
}

/** Required questions that are asked and still blank. "Don't know" is an answer. */
export function missingItems(instrument: Instrument, answers: Answers): Item[] {
  return askedItems(instrument, answers).filter((item) => item.required && answers[item.id] === undefined)
}

/**
 * The schema of a whole questionnaire's answers. Answers to questions that are not asked are left out of the result;
 * an unknown question, a value off the scale and a missing required answer are refused.
 */
export function answersSchema(instrument: Instrument): z.ZodType<Answers> {
  const shape: Record<string, z.ZodType<Answer | undefined>> = {}
  for (const item of instrument.items) shape[item.id] = answerSchema(item).optional()
  return z
    .strictObject(shape)
    .transform((given) => keepAsked(instrument, given as Answers))
    .superRefine((answers, check) => {
      for (const item of missingItems(instrument, answers)) {
        check.addIssue({ code: 'custom', path: [item.id], message: 'evaluations_error_required' })
      }
    })
}

/** The schema of one answer that is given. */
export function answerSchema(item: Item): z.ZodType<Answer> {
  const given = givenSchema(item)
  return item.allowNa ? given.nullable() : given
}

function givenSchema(item: Item): z.ZodType<Exclude<Answer, null>> {
  const keys = (item.options ?? []).map(({ key }) => key)
  switch (item.type) {
    case 'likert5':
      return z.number().int().min(1).max(5)
    case 'scale_0_10':
      return z.number().int().min(0).max(10)
    case 'yes_no':
      return z.enum(['yes', 'no'])
    case 'single_choice':
      return z.enum(keys)
    case 'multi_choice':
      return z
        .array(z.enum(keys))
        .min(1)
        .refine((chosen) => new Set(chosen).size === chosen.length)
    case 'free_text':
      return z.strictObject({ text: words, language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) })
  }
}

/** Something a person wrote: not blank, not endless, no characters that a database refuses. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(MAX_WORDS, 'evaluations_error_too_long')
  .refine((text) => !/\p{Surrogate}/u.test(text) && !text.includes('\0'))

function keepAsked(instrument: Instrument, answers: Answers): Answers {
  const kept: Answers = {}
  for (const item of askedItems(instrument, answers)) {
    const answer = answers[item.id]
    if (answer !== undefined) kept[item.id] = answer
  }
  return kept
}
