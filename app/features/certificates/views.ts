// What pages get of a certificate: no more than they show.
import type { Actor } from '#app/kernel/actor.ts'
import { type Day, dayAt, HOME_ZONE, lastDayBefore } from '#app/kernel/days.ts'
import { canAllowAnew, canCarry, revokerOf } from './policy.ts'
import type { CertificateFile } from './queries/certificates.server.ts'

export type CertificateView = ReturnType<typeof viewOf>

/** `mine`: the person's own page; others read it because they answer for the unit. */
export function viewOf(actor: Actor, file: CertificateFile) {
  const day = (instant: Date | null): Day | null => instant && dayAt(instant, HOME_ZONE)
  return {
    ...{ id: file.id, facts: file.facts, standing: file.standing, reason: file.reason, revokedAs: file.revokedAs },
    lastDay: lastDayBefore(file.validUntil, HOME_ZONE),
    revokedOn: day(file.revokedAt),
    replaced: file.replacedAt !== null,
    reopened: file.reopenedAt !== null,
    mine: canCarry(actor, file),
    can: { revokeAs: revokerOf(actor, file), allowAnew: canAllowAnew(actor, file) },
  }
}
