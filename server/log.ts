import { randomUUID } from 'node:crypto'

export { loggedError, logger } from '#app/kernel/log.server.ts'

export function newRequestId(): string {
  return randomUUID()
}

/** The path as it may be logged: what opens something is not written down. */
export function loggedPath(path: string): string {
  return path.replace(/^\/(i|e|login|calendar|check|teaching\/attend)\/[^/?]+/, '/$1/…').split('?')[0] ?? path
}
