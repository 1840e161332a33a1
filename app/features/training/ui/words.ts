// What the register's rows and states are called.
import { tenthsOf } from '#app/features/indicators/rules/status.ts'
import { formatNumber, formatShortDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { RegisterPage } from '../queries/register.server.ts'
import type { CountingRule } from '../rules/counting.ts'
import type { CourseState } from '../rules/standing.ts'
import { type Supervising, supervisingKinds } from '../words.ts'

const supervisingWords: Record<Supervising, () => string> = {
  supervises: m.training_supervises,
  can_be_assigned: m.training_can_be_assigned,
  neither: m.training_neither,
}

export function supervisingWord(kind: Supervising): string {
  return supervisingWords[kind]()
}

export function supervisingChoices() {
  return supervisingKinds.map((value) => ({ value, label: supervisingWord(value) }))
}

type Standing = { state: CourseState; expiresOn: string | null; missingTitles: string[] }

/** Why a course counts or not, as a sentence; empty when there is nothing to say. */
export function standingWords({ state, expiresOn, missingTitles }: Standing): string {
  const steps = missingTitles.join(', ')
  if (state === 'unknown_step') return m.training_state_unknown()
  if (state === 'missing_step') return m.training_state_missing({ steps })
  if (state === 'ahead') return m.training_state_ahead()
  if (state === 'expired') return m.training_state_expired({ day: formatShortDay(expiresOn ?? '') })
  const holds = expiresOn ? m.training_state_until({ day: formatShortDay(expiresOn) }) : ''
  const gap = steps ? m.training_state_recommended({ steps }) : ''
  return [holds, gap].filter(Boolean).join(' ')
}

/** "90,0 %"; the denominator must not be 0. */
export function shareWords({ numerator, denominator }: RegisterPage['count']): string {
  return m.indicators_percent({ value: formatNumber(tenthsOf({ numerator, denominator }) / 10, 1) })
}

/** Who is counted, as a sentence. */
export function ruleWords(rule: CountingRule, basicTitle: string): string {
  const who = rule.base === 'everybody' ? m.training_rule_everybody() : m.training_rule_supervising()
  const what = m.training_rule_step({ step: basicTitle })
  const holds = rule.validMonths === null ? '' : m.training_rule_months({ count: rule.validMonths })
  return [who, what, holds].filter(Boolean).join(' ')
}
