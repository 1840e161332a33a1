// Tokens of links and six-digit codes. Only their hashes are stored; the plain ones exist in the mail and nowhere else.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 192 random bits that survive every mail program: letters, digits, - and _. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A code is short, so its hash is bound to its row: equal codes have different hashes. */
export function codeHashOf(rowId: string, code: string): string {
  return hashOf(`${rowId}:${code}`)
}

export function isSameHash(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
