// What verifiers elsewhere need, open to everybody: who gives certificates, with which keys, and which are taken back.
import { gzipSync } from 'node:zlib'
import { asc, eq, isNull } from 'drizzle-orm'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { certificateKeys, certificates } from '#db/schema/index.ts'
import { issuerProfile } from '../rules/credential.ts'
import { publishedKey } from '../rules/keys.ts'
import { isRefusedForever } from '../rules/standing.ts'
import { bitsOf, statusListCredential } from '../rules/status-list.ts'
import { sign } from '../signatures.server.ts'
import { readSigningKey } from './keys.server.ts'

/** The issuer as Open Badges 3.0 describes one. */
export function readIssuer() {
  const { ORIGIN, OPERATOR, CONTACT_EMAIL } = settings()
  const context = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json']
  const email = CONTACT_EMAIL ? { email: CONTACT_EMAIL } : {}
  return { '@context': context, ...issuerProfile(ORIGIN, OPERATOR ?? 'Samlära'), ...email }
}

/** All keys that are trusted (RFC 7517), the oldest first. */
export async function readKeySet(ctx: Ctx = here()) {
  const rows = await ctx.db
    .select()
    .from(certificateKeys)
    .where(isNull(certificateKeys.withdrawnAt))
    .orderBy(asc(certificateKeys.madeAt), certificateKeys.id)
  return { keys: rows.map(({ id, publicKey }) => publishedKey(settings().ORIGIN, id, publicKey)) }
}

/** One key, where its `kid` says. @throws not_found, gone when it was withdrawn */
export async function readPublicKey(keyId: string, ctx: Ctx = here()) {
  const [row] = await ctx.db.select().from(certificateKeys).where(eq(certificateKeys.id, keyId))
  const key = found(row)
  if (key.withdrawnAt) throw new DomainError('gone', 'certificates_error_key_withdrawn')
  return publishedKey(settings().ORIGIN, key.id, key.publicKey)
}

/** A list of what is taken back, signed as a VC-JWT. @throws not_found for a list that is not in use */
export async function readStatusList(list: number, ctx: Ctx = here()): Promise<string> {
  const { statusIndex, personId, validUntil, revokedAt, revokedAs } = certificates
  const rows = await ctx.db
    .select({ statusIndex, personId, validUntil, revokedAt, revokedAs, keyWithdrawnAt: certificateKeys.withdrawnAt })
    .from(certificates)
    .innerJoin(certificateKeys, eq(certificateKeys.id, certificates.keyId))
    .where(eq(certificates.statusList, list))
  if (rows.length === 0 && list !== 1) throw new DomainError('not_found')
  const bits = gzipSync(bitsOf(rows.filter(isRefusedForever).map((row) => row.statusIndex)))
  const { ORIGIN } = settings()
  const about = { list, encodedList: `u${bits.toString('base64url')}`, now: ctx.now }
  return sign(statusListCredential(ORIGIN, about), await readSigningKey(ctx))
}
