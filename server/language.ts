import type { IncomingHttpHeaders } from 'node:http'
import type { Request, Response } from 'express'
import { languageCookieFor, languageOf } from '#app/i18n/language.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { isLocale, type Locale } from '#app/kernel/locales.ts'

/** The language of the request; ?lang=sv|nb|en is kept in a cookie, so that the next page has it too. */
export function languageFor(request: Request, response: Response): Locale {
  const url = new URL(`http://own.invalid${request.originalUrl}`)
  const locale = languageIn(request.headers, url)
  if (isLocale(url.searchParams.get('lang'))) {
    response.append('Set-Cookie', languageCookieFor(locale, settings().ORIGIN.startsWith('https:')))
  }
  response.setHeader('Content-Language', locale)
  response.vary('Accept-Language')
  response.vary('Cookie')
  return locale
}

/** The reader's language by the headers alone, where the address does not say or cannot be read. */
export function languageIn(
  { cookie = '', 'accept-language': wishes = '' }: IncomingHttpHeaders,
  url: URL | string = 'http://own.invalid',
): Locale {
  return languageOf(new Request(url, { headers: { cookie, 'accept-language': wishes } }))
}
