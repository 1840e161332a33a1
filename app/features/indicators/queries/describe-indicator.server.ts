// What a page says of an indicator itself, in the reader's language.
import type { Locale } from '#app/kernel/locales.ts'
import { type Indicator, itemText, sourceTitle } from '../reference.server.ts'

export type DescribedIndicator = {
  id: string
  kind: Indicator['kind']
  title: string
  wish: Indicator['wish']
  /** Counted from people's answers; else from visits or registers. */
  fromPeople: boolean
  /** A register's state, one a quarter. */
  isState: boolean
  set: { id: string; title: string }
  goal: { id: string; title: string }
  effectGoal: string | null
  numerator: string | null
  denominator: string | null
  sources: string[]
  questions: string[]
}

/** The response rate of the evaluations is itself an indicator; it stands beside those that come from answers. */
export const responseRateId = 'CL6'

export function describe(indicator: Indicator, locale: Locale): DescribedIndicator {
  return {
    id: indicator.id,
    kind: indicator.kind,
    title: indicator.title[locale],
    wish: indicator.wish,
    fromPeople: isFromPeople(indicator),
    isState: indicator.register !== undefined,
    set: { id: indicator.set.id, title: indicator.set.title[locale] },
    goal: { id: indicator.goal.id, title: indicator.goal.title[locale] },
    effectGoal: indicator.effectGoal.title?.[locale] ?? null,
    numerator: indicator.numerator?.[locale] ?? null,
    denominator: indicator.denominator?.[locale] ?? null,
    sources: indicator.sources.flatMap((source) => sourceTitle(source)?.[locale] ?? []),
    questions: (indicator.register ? [] : indicator.items).flatMap((item) => itemText(item)?.[locale] ?? []),
  }
}

/** Those questionnaires whose answers Samlära counts invitations for. */
export function comesFromAnswers(indicator: Indicator): boolean {
  return indicator.id !== responseRateId && indicator.sources.some((source) => source.startsWith('colearn_'))
}

export function isFromPeople(indicator: Indicator): boolean {
  return ['share', 'net'].includes(indicator.kind) && !indicator.groups.includes('system') && !indicator.register
}
