// Private keys as they lie in the database: sealed with a secret that is not there. In production there is no key without one.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

const MARK = 'sealed:1:'

/** Where the secret lies when the operator has given none: in DATA_DIR, beside the database and not in it. */
const FILE = 'certificate-secret'

/** May private keys be kept and used? In production only sealed: whoever reads a backup could sign what looks like ours. */
export function mayKeepKeys(): boolean {
  return settings().mode !== 'production' || secretNow() !== undefined
}

/**
 * For production without CERTIFICATE_SECRET: makes a secret of its own in DATA_DIR, when that is given. Two servers that start at
 * once in one folder end up with one. Several servers with folders of their own need the setting.
 */
export function makeSecret(): void {
  const { mode, hasFolder, DATA_DIR } = settings()
  if (mode !== 'production' || !hasFolder || secretNow() !== undefined) return
  mkdirSync(DATA_DIR, { recursive: true })
  // Whole before it has its name: a disk that is full, or a crash, must not leave half a secret.
  const whole = join(DATA_DIR, `${FILE}.${process.pid}`)
  try {
    writeFileSync(whole, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    linkSync(whole, join(DATA_DIR, FILE))
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    rmSync(whole, { force: true })
  }
}

/** A file without anything in it is no secret. */
function secretNow(): string | undefined {
  const { CERTIFICATE_SECRET, DATA_DIR } = settings()
  if (CERTIFICATE_SECRET) return CERTIFICATE_SECRET
  const file = join(DATA_DIR, FILE)
  return (existsSync(file) && readFileSync(file, 'utf8')) || undefined
}

/** Was the text sealed here, or is it still readable? */
export function isSealed(text: string): boolean {
  return text.startsWith(MARK)
}

/** @throws DomainError unavailable in production without a secret */
export function seal(text: string): string {
  if (!mayKeepKeys()) throw new DomainError('unavailable', 'certificates_error_no_secret')
  const secret = secretNow()
  if (!secret) return text
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws DomainError unavailable when it was sealed with another secret, or with one and there is none now */
export function unseal(text: string): string {
  if (!isSealed(text)) return text
  const secret = secretNow()
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
