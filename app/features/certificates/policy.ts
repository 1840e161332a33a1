// Who sees a certificate, and who may take it back. What it says is the person's; that it holds is the unit's word.
import { type Actor, holdsAt, isAdmin } from '#app/kernel/actor.ts'
import type { Revoker } from './words.ts'

type Held = { personId: string | null; unit: { lineage: readonly string[] } }

/** Those who lead the unit or anything above it, and admins. */
export function canOversee(actor: Actor, lineage: readonly string[]): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage)
}

/** The paper and the credential are for the person alone, to show to whom they like. */
export function canCarry(actor: Actor, certificate: Pick<Held, 'personId'>): boolean {
  return actor.kind === 'person' && actor.id === certificate.personId
}

/** Its person, and who answers for the unit where it was earned. */
export function canSeeCertificate(actor: Actor, certificate: Held): boolean {
  return canCarry(actor, certificate) || canOversee(actor, certificate.unit.lineage)
}

/** As whom the actor takes it back; null when they may not. Nobody can undo it: there may be a new one. */
export function revokerOf(actor: Actor, certificate: Held & { revokedAt: Date | null }): Revoker | null {
  if (certificate.revokedAt) return null
  if (canCarry(actor, certificate)) return 'holder'
  return canOversee(actor, certificate.unit.lineage) ? 'issuer' : null
}

/** What was taken back by those who gave it is not fetched again without their word. Nobody gives it for themself. */
export function canAllowAnew(
  actor: Actor,
  certificate: Held & { revokedAs: Revoker | null; reopenedAt: Date | null },
): boolean {
  if (certificate.revokedAs !== 'issuer' || certificate.reopenedAt || canCarry(actor, certificate)) return false
  return canOversee(actor, certificate.unit.lineage)
}
