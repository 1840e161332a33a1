// Which address was typed when the mail was asked for, for a quarter of an hour: so that the code page need not ask again and
// no address stands in a web address.
import { readCookie } from '#app/i18n/language.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { safeRedirectPath } from './door.server.ts'

type Kept = { email: string; to: string }

export function keepLogin(kept: Kept): string {
  const value = encodeURIComponent(JSON.stringify(kept))
  const secure = settings().ORIGIN.startsWith('https:') ? '; Secure' : ''
  return `login=${value}; Path=/login; Max-Age=900; HttpOnly; SameSite=Lax${secure}`
}

export function keptLogin(request: Request): Kept {
  try {
    const kept = JSON.parse(decodeURIComponent(readCookie(request.headers.get('cookie'), 'login') ?? '')) as Partial<Kept>
    return { email: String(kept.email ?? '').slice(0, 254), to: kept.to ? safeRedirectPath(String(kept.to)) : '' }
  } catch {
    return { email: '', to: '' }
  }
}
