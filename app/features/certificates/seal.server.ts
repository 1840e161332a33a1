// Private keys as they lie in the database: sealed when the operator has given a secret, plain otherwise.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

const MARK = 'sealed:1:'

export function seal(text: string): string {
  const secret = settings().CERTIFICATE_SECRET
  if (!secret) return text
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws DomainError unavailable when it was sealed with another secret, or with one and there is none now */
export function unseal(text: string): string {
  if (!text.startsWith(MARK)) return text
  const secret = settings().CERTIFICATE_SECRET
  try {
    const bytes = Buffer.from(text.slice(MARK.length), 'base64')
    const cipher = createDecipheriv('aes-256-gcm', keyFrom(secret ?? ''), bytes.subarray(0, 12))
    cipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    throw new DomainError('unavailable', 'certificates_error_secret')
  }
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'samlara certificate keys', 32))
}
