// The open check: is a certificate good, by its address or by the credential itself? Says no more than who holds it can show.
import { eq } from 'drizzle-orm'
import { type Day, dayAt, HOME_ZONE, lastDayBefore } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { idFrom } from '#app/kernel/ids.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { certificateKeys, certificates } from '#db/schema/index.ts'
import type { CertificateFacts } from '../rules/facts.ts'
import { keyIdIn } from '../rules/keys.ts'
import type { Standing } from '../rules/standing.ts'
import { headerOf, signedBy } from '../signatures.server.ts'
import type { Revoker } from '../words.ts'
import { type CertificateFile, readCertificates } from './certificates.server.ts'

/** `facts` only while somebody may still rely on them, or could: nothing is shown of what was taken back. */
export type Checked = {
  id: string
  standing: Standing
  facts: CertificateFacts | null
  lastDay: Day
  revokedOn: Day | null
  revokedAs: Revoker | null
}

/** Unguarded: whoever has the address, which nobody can guess, was shown the certificate. @throws not_found */
export async function checkCertificate(certificateId: string, ctx: Ctx = here()): Promise<Checked> {
  const [file] = await readCertificates(eq(certificates.id, certificateId), ctx)
  return checkedOf(found(file))
}

function checkedOf(file: CertificateFile): Checked {
  const { id, standing, facts, validUntil, revokedAt, revokedAs } = file
  const relied = standing === 'valid' || standing === 'expired'
  return {
    ...{ id, standing, facts: relied ? facts : null, lastDay: lastDayBefore(validUntil, HOME_ZONE) },
    ...{ revokedOn: revokedAt && dayAt(revokedAt, HOME_ZONE), revokedAs },
  }
}

/**
 * `unreadable`: no credential at all. `foreign`: signed by somebody else, or by nobody. `changed`: says that we signed it, and
 * we did not sign this. `unknown`: our signature under a certificate that we never gave.
 */
export type Verdict = { kind: 'unreadable' | 'foreign' | 'changed' | 'unknown' } | { kind: 'certificate'; checked: Checked }

/** Checks a credential as it was pasted: signature, then what has become of the certificate. */
export async function checkCredential(text: string, ctx: Ctx = here()): Promise<Verdict> {
  const token = text.replaceAll(/\s/g, '')
  const header = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) ? headerOf(token) : undefined
  if (!header) return { kind: 'unreadable' }
  const keyId = keyIdIn(header.kid)
  if (!keyId) return { kind: 'foreign' }
  const [key] = await ctx.db.select().from(certificateKeys).where(eq(certificateKeys.id, keyId))
  if (!key) return { kind: 'foreign' }
  const said = await signedBy(token, key.publicKey)
  if (!said) return { kind: 'changed' }
  const certificateId = idFrom(/\/check\/([0-9a-f-]{36})$/.exec(String(said.jti))?.[1])
  const [file] = certificateId ? await readCertificates(eq(certificates.id, certificateId), ctx) : []
  if (!file || file.keyId !== keyId) return { kind: 'unknown' }
  return { kind: 'certificate', checked: checkedOf(file) }
}
