// Signing and checking, by jose. What it may be signed with is fixed here: a token's own word for its algorithm decides nothing.
import {
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importJWK,
  importPKCS8,
  SignJWT,
} from 'jose'
import { ALGORITHM, type PublicKey } from './rules/keys.ts'

/** RSA of 2048 bits: what Open Badges verifiers must know, and NIST's floor until 2030; keys are rotated long before. */
export async function newKeys(): Promise<{ publicKey: PublicKey; privateKey: string }> {
  const pair = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true })
  const { n = '', e = '' } = await exportJWK(pair.publicKey)
  return { publicKey: { kty: 'RSA', n, e }, privateKey: await exportPKCS8(pair.privateKey) }
}

/** The compact form. `typ` stays 'JWT': Open Badges 3.0 §8.2.3 allows no other. */
export async function sign(payload: Record<string, unknown>, key: { kid: string; privateKey: string }): Promise<string> {
  const signing = await importPKCS8(key.privateKey, ALGORITHM)
  return new SignJWT(payload).setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'JWT' }).sign(signing)
}

/** The header of what may be a token; undefined when it is none. */
export function headerOf(token: string): { alg?: unknown; kid?: unknown } | undefined {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined
  }
}

/** What the token says, when this key has signed just that; undefined otherwise. */
export async function signedBy(token: string, key: PublicKey): Promise<Record<string, unknown> | undefined> {
  try {
    const { payload } = await compactVerify(token, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] })
    const said: unknown = JSON.parse(new TextDecoder().decode(payload))
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
