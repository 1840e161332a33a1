// Taking a certificate back: at once, for good, and with the reason of who did it.
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { certificatePapers, certificates } from '#db/schema/index.ts'
import { canAllowAnew, revokerOf } from '../policy.ts'
import { type CertificateFile, findCertificateFor } from '../queries/certificates.server.ts'

/**
 * Whoever gave it takes back those it came in place of as well: they would go on holding until their own day.
 * @throws not_found, gone when it is taken back already
 */
export async function revokeCertificate(
  actor: Person,
  { certificateId, reason }: { certificateId: string; reason: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const certificate = await findCertificateFor(actor, certificateId, inner)
    const revokedAs = revokerOf(actor, certificate)
    if (!revokedAs) throw new DomainError('gone', 'certificates_error_revoked_already')
    const row = { revokedAt: inner.now, revokedAs, revokedBy: actor.id }
    const standing = and(eq(certificates.id, certificateId), isNull(certificates.revokedAt))
    const changed = await inner.db.update(certificates).set(row).where(standing).returning({ id: certificates.id })
    if (changed.length === 0) throw new DomainError('gone', 'certificates_error_revoked_already')
    const earlier =
      revokedAs === 'issuer' ? await inner.db.update(certificates).set(row).where(before(certificate)).returning() : []
    const papers = [certificateId, ...earlier.map(({ id }) => id)]
    await inner.db
      .update(certificatePapers)
      .set({ revocationReason: reason })
      .where(inArray(certificatePapers.certificateId, papers))
    if (revokedAs === 'issuer') await enqueue(inner, 'notify', { event: 'certificates.revoked', certificateId })
  })
}

/** Those that stand and were replaced, of the same walk. */
function before({ personId, pathId, walker }: CertificateFile) {
  return and(
    personId === null ? sql`false` : eq(certificates.personId, personId),
    eq(certificates.pathId, pathId),
    eq(certificates.walker, walker),
    isNotNull(certificates.replacedAt),
    isNull(certificates.revokedAt),
  )
}

/** After it was taken back by those who gave it: the person may ask for a new one. @throws not_found, forbidden */
export async function allowAnew(actor: Person, { certificateId }: { certificateId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const certificate = found(await findCertificateFor(actor, certificateId, inner))
    allowed(canAllowAnew(actor, certificate), 'certificates_error_anew')
    const row = { reopenedAt: inner.now, reopenedBy: actor.id }
    await inner.db.update(certificates).set(row).where(eq(certificates.id, certificateId))
    await enqueue(inner, 'notify', { event: 'certificates.reopened', certificateId })
  })
}
