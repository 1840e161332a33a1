import { settings } from '#app/kernel/env.server.ts'

/**
 * Is the account shut: suspended, or one of the demo's, whose password everybody knows, on a server that is no demo?
 * A demo's data folder may be opened by mistake in production; nobody comes in that way.
 */
export function isShut(user: { suspendedAt: Date | null; isDemo: boolean }): boolean {
  return user.suspendedAt !== null || (user.isDemo && settings().mode !== 'demo')
}
