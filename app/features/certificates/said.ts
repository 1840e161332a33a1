// What a certificate says in its own language, whatever language the reader has chosen.
import { m } from '#app/paraglide/messages.js'
import type { CertificateFacts } from './rules/facts.ts'

type Said = Pick<CertificateFacts, 'role' | 'hours' | 'language'>

/** As whom somebody walked. */
export function roleName({ role, language }: Omit<Said, 'hours'>): string {
  const locale = { locale: language }
  return role === 'leader' ? m.certificates_role_leader({}, locale) : m.certificates_role_resource_person({}, locale)
}

/** "18,5 timmar", "18.5 hours" */
export function hoursSaid({ hours, language }: Omit<Said, 'role'>): string {
  const number = language === 'en' ? String(hours) : String(hours).replace('.', ',')
  return m.certificates_hours({ number }, { locale: language })
}

/** The words of the credential itself. */
export function credentialWords(facts: Said) {
  const locale = { locale: facts.language }
  const [role, hours] = [roleName(facts), hoursSaid(facts)]
  return {
    role,
    description: m.certificates_achievement({ role, hours }, locale),
    criteria: m.certificates_criteria({ hours }, locale),
  }
}
