// The last step of every way in: a new session instead of any old one, the person's language, and on to where they were going.
import { redirect } from '@remix-run/node'
import { leave } from '#app/features/identity/commands/accounts.server.ts'
import { createSession } from '#app/features/identity/sessions.server.ts'
import { languageCookieFor } from '#app/i18n/language.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { logger } from '#app/kernel/log.server.ts'
import { type Door, safeRedirectPath } from './door.server.ts'

type Entering = {
  userId: string
  locale: Locale | undefined
  by: 'password' | 'link' | 'code' | 'invitation'
  to?: string | null | undefined
}

/** Signs the browser in and redirects. A session that the browser already had ends, with its sockets: none is ever taken over. */
export async function enter(door: Door<Actor>, { userId, locale, by, to }: Entering): Promise<Response> {
  const { request, actor, ctx } = door
  await leave(actor, { cookie: request.headers.get('cookie') }, ctx)
  const headers = new Headers()
  headers.append('Set-Cookie', await createSession(userId, request.headers.get('user-agent') ?? '', ctx))
  if (locale) headers.append('Set-Cookie', languageCookieFor(locale, settings().ORIGIN.startsWith('https:')))
  logger().info({ event: 'signed_in', by, userId }, 'signed in')
  return redirect(safeRedirectPath(to), { headers })
}

/** For the operator's log: a door that did not open. Never what was typed. */
export function logRefusal(door: Door<Actor>, by: Entering['by'], reason: string | undefined): void {
  logger().warn({ event: 'sign_in_refused', by, reason, ip: door.ip }, 'sign-in refused')
}
