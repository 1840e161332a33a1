// One question a page, as plain forms: the answers travel in the form from page to page and are stored nowhere on the way.
import type { Answer, Answers } from './answers.ts'
import { answerSchema, askedItems, missingItems } from './answers.ts'
import type { Instrument, Item } from './instrument.ts'

/** Where a person is: before the first question, at a question, or looking through before sending. */
export type Page =
  | { kind: 'start' }
  | { kind: 'question'; item: Item; number: number; total: number; problem: Problem | null }
  | { kind: 'review'; missing: string[] }
export type Problem = 'required' | 'too_long' | 'unusable'

/** What came with the form: the answers on the way, the page that was left, and the button that was pressed. */
export type Turn = { at: string; go: string; fields: Record<string, string> }

/** The form field of a question. */
export const answerField = (id: string) => ANSWER + id

const ANSWER = 'a.'
const LANGUAGE = 'l.'
const MANY = ' '

/**
 * The page to show after a press. Buttons: 'next', 'previous', 'skip', 'stay' (another language), 'review',
 * 'to:<question>'. Next stops at an answer that is missing or unusable, previous only at the second: nothing typed is dropped unsaid.
 */
export function turnPage(
  instrument: Instrument,
  turn: Turn,
  language: string,
): { page: Page; answers: Answers; typed: string } {
  const carried = readAnswers(instrument, turn.fields, language)
  const current = instrument.items.find(({ id }) => id === turn.at)
  const typed = turn.fields[ANSWER + turn.at] ?? ''
  if (!current) return { page: pageFrom(instrument, carried, turn.go), answers: carried, typed: '' }
  if (turn.go === 'skip') {
    const { [current.id]: _skipped, ...answers } = carried
    return { page: after(instrument, answers, current), answers, typed: '' }
  }
  if (turn.go === 'stay') return { page: questionPage(instrument, carried, current), answers: carried, typed }
  const problem = problemWith(current, carried, typed)
  if (turn.go === 'previous' && (problem === null || problem === 'required')) {
    return { page: before(instrument, carried, current), answers: carried, typed: '' }
  }
  if (problem) return { page: questionPage(instrument, carried, current, problem), answers: carried, typed }
  const page = turn.go === 'next' ? after(instrument, carried, current) : pageFrom(instrument, carried, turn.go)
  return { page, answers: carried, typed: '' }
}

/** The answers that the form carries; what does not fit its question is dropped, for nobody but the person could have put it there. */
export function readAnswers(instrument: Instrument, fields: Record<string, string>, language: string): Answers {
  const answers: Answers = {}
  for (const item of instrument.items) {
    const written = fields[ANSWER + item.id]
    if (written === undefined || written.trim() === '') continue
    const parsed = answerSchema(item).safeParse(fromField(item, written, fields[LANGUAGE + item.id] || language))
    if (parsed.success) answers[item.id] = parsed.data
  }
  return answers
}

/** The hidden fields that carry the answers on, without the question that stands on the page itself. */
export function carryFields(answers: Answers, without: string | null): { name: string; value: string }[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    if (id === without) return []
    const fields = [{ name: ANSWER + id, value: toField(answer) }]
    if (isWords(answer)) fields.push({ name: LANGUAGE + id, value: answer.language })
    return fields
  })
}

/** How an answer is written in a form field: 'na' is "don't know". */
export function toField(answer: Answer): string {
  if (answer === null) return 'na'
  if (isWords(answer)) return answer.text
  return Array.isArray(answer) ? answer.join(MANY) : String(answer)
}

function fromField(item: Item, written: string, language: string): unknown {
  if (item.type === 'free_text') return { text: written, language }
  if (written === 'na') return null
  if (item.type === 'multi_choice') return written.split(MANY)
  if (item.type === 'likert5' || item.type === 'scale_0_10') return /^\d{1,2}$/.test(written) ? Number(written) : written
  return written
}

function isWords(answer: Answer): answer is { text: string; language: string } {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}

function problemWith(item: Item, answers: Answers, typed: string): Problem | null {
  if (answers[item.id] !== undefined) return null
  if (typed.trim() !== '') return item.type === 'free_text' ? 'too_long' : 'unusable'
  return item.required ? 'required' : null
}

function pageFrom(instrument: Instrument, answers: Answers, go: string): Page {
  if (go === 'review' || go === 'send') return review(instrument, answers)
  const wanted = askedItems(instrument, answers).find(({ id }) => go === `to:${id}`)
  if (wanted) return questionPage(instrument, answers, wanted)
  if (go === 'next') return first(instrument, answers)
  return { kind: 'start' }
}

function first(instrument: Instrument, answers: Answers): Page {
  const [item] = askedItems(instrument, answers)
  return item ? questionPage(instrument, answers, item) : review(instrument, answers)
}

function after(instrument: Instrument, answers: Answers, current: Item): Page {
  const position = instrument.items.indexOf(current)
  const next = askedItems(instrument, answers).find((item) => instrument.items.indexOf(item) > position)
  return next ? questionPage(instrument, answers, next) : review(instrument, answers)
}

function before(instrument: Instrument, answers: Answers, current: Item): Page {
  const position = instrument.items.indexOf(current)
  const previous = askedItems(instrument, answers).findLast((item) => instrument.items.indexOf(item) < position)
  return previous ? questionPage(instrument, answers, previous) : { kind: 'start' }
}

function questionPage(instrument: Instrument, answers: Answers, item: Item, problem: Problem | null = null): Page {
  const asked = askedItems(instrument, answers)
  const number = asked.findIndex(({ id }) => id === item.id) + 1
  return { kind: 'question', item, number, total: asked.length, problem }
}

function review(instrument: Instrument, answers: Answers): Page {
  return { kind: 'review', missing: missingItems(instrument, answers).map(({ id }) => id) }
}
