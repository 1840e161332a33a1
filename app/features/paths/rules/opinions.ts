// What those who walk a path think of a version, added up as answers come. The law: a number or a word appears together with
// those of at least `least` people, and never alone: docs/decisions/0009 and 0012.
import { z } from 'zod'
import { type Answers, answersSchema, MAX_WORDS } from '#app/features/evaluations/rules/answers.ts'
import {
  type Distribution,
  distributionOf,
  type QuestionTally,
  takeInAnswers,
} from '#app/features/evaluations/rules/feedback.ts'
import type { Instrument } from '#app/features/evaluations/rules/instrument.ts'
import { answerField, readAnswers } from '#app/features/evaluations/rules/pages.ts'
import type { Locale } from '#app/kernel/locales.ts'

export type Words = { text: string; language: string }
export type Opinions = {
  tallies: Record<string, QuestionTally>
  /** People whose words wait, and people whose words are shown. */
  waiting: number
  shown: number
  /** By question: words that wait. */
  words: Record<string, Words[]>
}
type Said = Words & { item: string }

/** A version has no quarters: whatever is answered about it stands in one. */
const ALWAYS = 0

export const nothingYet: Opinions = { tallies: {}, waiting: 0, shown: 0, words: {} }

/**
 * Takes one person's answers in. Ticks wait question by question, as everywhere; words wait until `least` people have answered,
 * whether they wrote or not, and then show all at once: `released`.
 */
export function takeInOpinion(
  instrument: Instrument,
  before: Opinions,
  answers: Answers,
  least: number,
): { opinions: Opinions; released: Said[] } {
  const tallies = takeInAnswers(instrument, before.tallies, answers, { least, quarter: ALWAYS })
  const words = { ...before.words }
  for (const { id, type } of instrument.items) {
    const answer = answers[id]
    if (type === 'free_text' && isWords(answer)) words[id] = [...(words[id] ?? []), answer]
  }
  const waiting = before.waiting + 1
  if (waiting < least) return { opinions: { tallies, waiting, shown: before.shown, words }, released: [] }
  const released = Object.entries(words).flatMap(([item, said]) => said.map((one) => ({ ...one, item })))
  return { opinions: { tallies, waiting: 0, shown: before.shown + waiting, words: {} }, released }
}

/** What is shown of every question that is ticked, and from how many answers on the next ones are. */
export function distributionsOf(instrument: Instrument, tallies: Opinions['tallies'], least: number) {
  return instrument.items
    .filter(({ type }) => type !== 'free_text')
    .map((item): Distribution & { least: number } => ({
      ...distributionOf(item, tallies[item.id], { from: ALWAYS, to: ALWAYS }),
      least: Math.max(least, item.minRespondents ?? 0),
    }))
}

/** The questionnaire as one form: a field for each question, called by its id. */
export function questionnaireForm(instrument: Instrument) {
  const field = z.string().max(MAX_WORDS, 'evaluations_error_too_long').optional()
  return z.object(Object.fromEntries(instrument.items.map(({ id }) => [id, field])))
}

/** The answers in the form's fields; null when nothing was said, or something that the questions do not allow. */
export function answersIn(
  instrument: Instrument,
  fields: Readonly<Record<string, string | undefined>>,
  language: Locale,
): Answers | null {
  const named = Object.entries(fields).map(([id, value]) => [answerField(id), value ?? ''])
  const { data } = answersSchema(instrument).safeParse(readAnswers(instrument, Object.fromEntries(named), language))
  return data && Object.values(data).some((answer) => answer !== null) ? data : null
}

function isWords(answer: Answers[string] | undefined): answer is Words {
  return typeof answer === 'object' && answer !== null && 'text' in answer
}
