// The summary both sides write: its questions, what it needs before anybody can stand behind it, what may be read outside.
import { z } from 'zod'
import { visibilities } from '#app/features/blogs/words.ts'
import { type Answers, MAX_WORDS, missingItems } from './answers.ts'
import type { Instrument, Item } from './instrument.ts'
import { version } from './version.ts'

/** The question about what may be published; its own answer never is. */
export const PUBLISHING_ITEM = 'SUM08'

/** Does what is written here offer to become an improvement work? */
export function offersWork(item: Item): boolean {
  return item.feeds.some(({ rule }) => rule.name === 'creates_improvement_work')
}

/** One saved field. An empty value takes the answer away. */
export const summaryAnswerInput = z.strictObject({
  item: z.string().max(10),
  value: z.string().trim().max(MAX_WORDS).default(''),
  /** The version the field was made from; 0 when nobody had written in it. */
  version,
})
export type SummaryAnswerInput = z.infer<typeof summaryAnswerInput>

export const publishingInput = z.strictObject({
  publishItems: z.array(z.string().max(10)).max(20).default([]),
  visibility: z.enum(visibilities),
  version,
})
export type PublishingInput = z.infer<typeof publishingInput>

type Written = { item: string; value: string; language: string }

/** The rows of a summary as the answers of its questionnaire; emptied fields are blank. */
export function answersOf(instrument: Instrument, rows: readonly Written[]): Answers {
  const answers: Answers = {}
  for (const item of instrument.items) {
    const row = rows.find((candidate) => candidate.item === item.id)
    if (!row || row.value === '') continue
    answers[item.id] = item.type === 'free_text' ? { text: row.value, language: row.language } : row.value
  }
  return answers
}

/** Does the value fit the question? Empty always does. */
export function fitsItem(item: Item, value: string): boolean {
  return value === '' || item.type === 'free_text' || (item.options ?? []).some(({ key }) => key === value)
}

/** The questions whose answers could go to the blog. */
export function publishableItems(instrument: Instrument): Item[] {
  return instrument.items.filter(({ id }) => id !== PUBLISHING_ITEM)
}

/** Required questions nobody has answered: what stands between the sides and agreeing. */
export function missingInSummary(instrument: Instrument, rows: readonly Written[]): Item[] {
  return missingItems(instrument, answersOf(instrument, rows))
}
