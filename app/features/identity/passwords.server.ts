// Passwords as argon2id hashes with the parameters OWASP asks for (19 MiB, 2 passes, 1 lane).
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// The library's default algorithm is argon2id.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let nobodys: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters)
}

/** False for a missing hash too, after the same work: an unknown address takes as long as a wrong password. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobodys = nobodys ?? hashPassword(randomBytes(16).toString('hex'))
  const fits = await verify(passwordHash ?? (await nobodys), password.normalize('NFKC'))
  return fits && Boolean(passwordHash)
}
