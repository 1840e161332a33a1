// Public keys as they are published, and the addresses they are found at.
import { idFrom } from '#app/kernel/ids.ts'

/** RSA as in RFC 7517: the only algorithm that every Open Badges verifier has to know is RS256. */
export type PublicKey = { kty: 'RSA'; n: string; e: string }

export const ALGORITHM = 'RS256'

/** The id of the issuer: the same for all credentials of a site. */
export function issuerAddress(origin: string): string {
  return `${origin}/issuer`
}

/** The `kid` of what the key signs: where verifiers find it. */
export function keyAddress(origin: string, keyId: string): string {
  return `${issuerAddress(origin)}/keys/${keyId}`
}

/** Whose key a `kid` names, under whatever name the site had when it signed. */
export function keyIdIn(kid: unknown): string | undefined {
  return typeof kid === 'string' ? idFrom(/\/issuer\/keys\/([0-9a-f-]{36})$/.exec(kid)?.[1]) : undefined
}

/** The public half as verifiers fetch it (JWK, RFC 7517). */
export function publishedKey(origin: string, keyId: string, key: PublicKey) {
  return { ...key, alg: ALGORITHM, use: 'sig', kid: keyAddress(origin, keyId) }
}
