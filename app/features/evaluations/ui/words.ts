// The room's closed words, in the reader's language.
import type { Side } from '#app/features/visits/rules/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { addDays, dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Answer } from '../rules/answers.ts'
import type { Item, Scales } from '../rules/instrument.ts'
import type { Accord } from '../rules/judgement.ts'
import { toField } from '../rules/pages.ts'
import type { JudgementLevel, ProgressStep } from '../words.ts'

type Words = { sv: string; nb: string; en: string }

/** The last whole day on which an answer is taken; the mails say the same day. */
export function lastDayWords(closesAt: Date, zone: string): string {
  return formatDay(addDays(dayAt(closesAt, zone), -1))
}

/** Reference data in the reader's language. */
export function inWords(words: Words): string {
  return words[getLocale()]
}

export const levelWords: Record<JudgementLevel, () => string> = {
  fully: m.evaluations_level_fully,
  mostly: m.evaluations_level_mostly,
  partly: m.evaluations_level_partly,
  not: m.evaluations_level_not,
}

export const accordWords: Record<Exclude<Accord, 'waiting'>, () => string> = {
  agree: m.evaluations_accord_agree,
  near: m.evaluations_accord_near,
  apart: m.evaluations_accord_apart,
}

export const progressWords: Record<ProgressStep, () => string> = {
  idea: m.evaluations_progress_idea,
  testing: m.evaluations_progress_testing,
  implemented: m.evaluations_progress_implemented,
  measured: m.evaluations_progress_measured,
  stopped: m.evaluations_progress_stopped,
}

export const sideWords: Record<Side, () => string> = { guest: m.evaluations_side_guest, host: m.evaluations_side_host }

/** What a value of a question's scale is called: '4' → "Agree". */
export function valueWords(item: Item, value: string, scales: Scales): string {
  if (item.type === 'likert5' || value === 'na') {
    const wanted = value === 'na' ? null : Number(value)
    const label = scales.likert5.find((step) => step.value === wanted)?.label
    return label ? inWords(label) : value
  }
  if (item.type === 'yes_no') return value === 'yes' ? m.evaluations_yes() : m.evaluations_no()
  const option = item.options?.find(({ key }) => key === value)
  return option ? inWords(option.label) : value
}

/** An answer in words; words that somebody wrote are shown by the caller, with their language. */
export function answerWords(item: Item, answer: Answer, scales: Scales): string {
  if (Array.isArray(answer)) return answer.map((value) => valueWords(item, value, scales)).join(', ')
  return valueWords(item, toField(answer), scales)
}
