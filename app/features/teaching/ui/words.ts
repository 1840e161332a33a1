// How sessions, their forms and their sign-off are said.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { SignOff } from '../queries/log.server.ts'
import type { TeachingForm } from '../words.ts'

const forms: Record<TeachingForm, () => string> = {
  workshop: m.teaching_form_workshop,
  bedside: m.teaching_form_bedside,
  meeting: m.teaching_form_meeting,
  simulation: m.teaching_form_simulation,
  online: m.teaching_form_online,
  other: m.teaching_form_other,
}

export function formName(form: TeachingForm): string {
  return forms[form]()
}

export function sessionAddress(sessionId: string, ...rest: string[]): string {
  return ['/teaching', sessionId, ...rest].join('/')
}

/** Claimed and confirmed stand beside each other, each with its own word. */
export function learnersWords({ confirmed, learners }: { confirmed: number; learners: number }): string {
  return m.teaching_learners_words({ confirmed: formatNumber(confirmed), learners: formatNumber(learners) })
}

const standings: Record<SignOff, () => string> = {
  signed: m.teaching_signoff_signed,
  confirmed: m.teaching_signoff_confirmed,
  waiting: m.teaching_signoff_waiting,
  returned: m.teaching_signoff_returned,
  none: m.teaching_signoff_none,
}

export function signOffWords(signOff: SignOff): string {
  return standings[signOff]()
}

export function signOffStatus(signOff: SignOff): 'met' | 'unsure' | 'no-data' {
  if (signOff === 'signed' || signOff === 'confirmed') return 'met'
  return signOff === 'none' ? 'no-data' : 'unsure'
}
