// Reads of certificates: one's own, and those of a unit for who answers for it. What one may not see is not found.
import { and, desc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Walker } from '#app/features/pairs/words.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { certificateKeys, certificatePapers, certificates, units } from '#db/schema/index.ts'
import { canCarry, canOversee, canSeeCertificate } from '../policy.ts'
import { type Standing, standingOf } from '../rules/standing.ts'

export type CertificateFile = Awaited<ReturnType<typeof readCertificates>>[number]

/** @throws not_found */
export async function findCertificateFor(actor: Person, certificateId: string, ctx: Ctx = here()): Promise<CertificateFile> {
  const [file] = await readCertificates(eq(certificates.id, certificateId), ctx)
  return found(file && canSeeCertificate(actor, file) ? file : null)
}

/** What the person takes along: facts and credential. @throws not_found for everybody else, gone when it holds no more */
export async function findPaperFor(actor: Person, certificateId: string, ctx: Ctx = here()) {
  const file = await findCertificateFor(actor, certificateId, ctx)
  const { id, facts, credential, issuedAt, validUntil, standing } = found(canCarry(actor, file) ? file : null)
  if (!['valid', 'expired'].includes(standing)) throw new DomainError('gone', 'certificates_error_gone')
  return { id, facts: found(facts), credential: found(credential), issuedAt, validUntil }
}

/** The actor's own, the newest first. */
export async function listCertificatesFor(actor: Person, ctx: Ctx = here()): Promise<CertificateFile[]> {
  return readCertificates(eq(certificates.personId, actor.id), ctx)
}

/** Certificates given to people of a unit, the newest first. @throws not_found for who does not answer for it */
export async function listCertificatesOfUnitFor(actor: Person, unitId: string, ctx: Ctx = here()) {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const { id, name, language, lineage } = found(row)
  hiddenUnless(canOversee(actor, lineage))
  return { unit: { id, name, language }, certificates: await readCertificates(eq(certificates.unitId, unitId), ctx) }
}

type Walked = { pathId: string; walker: Walker }

/** The actor's newest about a walk; undefined when there was none. */
export async function findNewestFor(actor: Person, { pathId, walker }: Walked, ctx: Ctx = here()) {
  const walked = and(eq(certificates.personId, actor.id), eq(certificates.pathId, pathId), eq(certificates.walker, walker))
  const [newest] = await readCertificates(and(walked, isNull(certificates.replacedAt)), ctx)
  return newest
}

/** Unguarded: for commands and the open check, which ask or show by rules of their own. */
export async function readCertificates(where: SQL | undefined, ctx: Ctx) {
  const rows = await ctx.db
    .select({ certificate: certificates, key: certificateKeys, paper: certificatePapers, unit: units })
    .from(certificates)
    .innerJoin(certificateKeys, eq(certificateKeys.id, certificates.keyId))
    .innerJoin(units, eq(units.id, certificates.unitId))
    .leftJoin(certificatePapers, eq(certificatePapers.certificateId, certificates.id))
    .where(and(where))
    .orderBy(desc(certificates.issuedAt), certificates.id)
  return rows.map(({ certificate, key, paper, unit }) => {
    const { statusList: _list, statusIndex: _index, ...own } = certificate
    const file = {
      ...own,
      keyWithdrawnAt: key.withdrawnAt,
      unit: { id: unit.id, name: unit.name, lineage: unit.lineage },
      facts: paper?.facts ?? null,
      credential: paper?.credential ?? null,
      reason: paper?.revocationReason ?? '',
    }
    return { ...file, standing: standingOf(file, ctx.now) satisfies Standing }
  })
}
