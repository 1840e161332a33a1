// Words and addresses that several pages of certificates share.
import { formatLongDay } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { CertificateFacts } from '../rules/facts.ts'
import type { Standing } from '../rules/standing.ts'

export const listAddress = '/certificates'

export function certificateAddress(id: string, then = ''): string {
  return `${listAddress}/${id}${then}`
}

export function standingWords(standing: Standing): string {
  const words = {
    valid: m.certificates_standing_valid,
    expired: m.certificates_standing_expired,
    revoked: m.certificates_standing_revoked,
    key_withdrawn: m.certificates_standing_key_withdrawn,
  }
  return words[standing]()
}

/** The role in the reader's language; the paper says it in its own. */
export function roleWords(role: CertificateFacts['role']): string {
  return role === 'leader' ? m.certificates_role_leader() : m.certificates_role_resource_person()
}

export function pageName(facts: CertificateFacts | null): string {
  return facts ? m.certificates_paper_title({ path: facts.path.title }) : m.certificates_word()
}

export function dayWords(day: Day): string {
  return formatLongDay(day)
}
