import { z } from 'zod'

/** A new random id (uuid v4): says nothing of when or in which order a row was made. */
export function newId(): string {
  return globalThis.crypto.randomUUID()
}

export const id = z.uuid()

/** The id in an address, or undefined: `/visits/banana` is not found, not a fault. */
export function idFrom(value: string | undefined): string | undefined {
  const parsed = id.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
