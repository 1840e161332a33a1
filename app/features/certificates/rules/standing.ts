// How a certificate stands, and what follows from it.
import { z } from 'zod'
import { daysLater } from '#app/kernel/days.ts'
import type { Revoker } from '../words.ts'
import { RENEWABLE_DAYS } from './facts.ts'

export type Certificate = {
  personId: string | null
  validUntil: Date
  replacedAt: Date | null
  revokedAt: Date | null
  revokedAs: Revoker | null
  keyWithdrawnAt: Date | null
}

export type Standing = 'valid' | 'expired' | 'revoked' | 'key_withdrawn'

/** Taken back weighs more than a key that is not trusted, and that more than the day. Without a person it is taken back. */
export function standingOf(certificate: Omit<Certificate, 'replacedAt'>, now: Date): Standing {
  if (certificate.revokedAt || certificate.personId === null) return 'revoked'
  if (certificate.keyWithdrawnAt) return 'key_withdrawn'
  return now >= certificate.validUntil ? 'expired' : 'valid'
}

/** Does the published list say that it is taken back? Expiry is in the credential itself. */
export function isRefusedForever(certificate: Omit<Certificate, 'replacedAt'>): boolean {
  return ['revoked', 'key_withdrawn'].includes(standingOf(certificate, new Date(0)))
}

/** Can another one be given in its place: because it is about to end, or because nobody trusts it any more? */
export function isRenewable(certificate: Certificate, now: Date): boolean {
  if (standingOf(certificate, now) !== 'valid') return true
  return certificate.validUntil < daysLater(now, RENEWABLE_DAYS)
}

/** The person needs no reason; whoever else takes a certificate back owes one. */
const reason = z.string().trim().max(1_000)
export const revocationInput = { holder: z.object({ reason: reason.default('') }), issuer: z.object({ reason: reason.min(3) }) }

/** A whole credential, as it was pasted: line breaks and blanks that mail programs put in are taken out. */
export const checkInput = z.object({ credential: z.string().trim().min(1).max(20_000) })
