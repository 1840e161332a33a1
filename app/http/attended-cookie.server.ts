// That this browser has confirmed a session without an account: the random ids of what it sent, and nothing about who sent it.
import { readCookie } from '#app/i18n/language.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { idFrom } from '#app/kernel/ids.ts'

/** More lectures than anybody hears in a month. */
const MOST_KEPT = 30
/** As long as a link works; a day more for the hour it was made. */
const KEPT_SECONDS = 31 * 86_400

/** What this browser has confirmed, the latest first. */
export function attendedBefore(request: Request): string[] {
  const value = readCookie(request.headers.get('cookie'), 'attended') ?? ''
  return value
    .split('.')
    .slice(0, MOST_KEPT)
    .flatMap((one) => idFrom(one) ?? [])
}

/** The Set-Cookie value, for the page of such links alone. */
export function keepAttended(id: string, before: readonly string[]): string {
  const ids = [...new Set([id, ...before])].slice(0, MOST_KEPT)
  const secure = settings().ORIGIN.startsWith('https:') ? '; Secure' : ''
  return `attended=${ids.join('.')}; Path=/teaching/attend; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}
