import type { Request, Response } from 'express'
import { languageCookieFor, languageOf } from '#app/i18n/language.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { isLocale, type Locale } from '#app/kernel/locales.ts'

/** The language of the request; ?lang=sv|nb|en is kept in a cookie, so that the next page has it too. */
export function languageFor(request: Request, response: Response): Locale {
  const url = new URL(request.originalUrl, 'http://own.invalid')
  const headers = { cookie: request.headers.cookie ?? '', 'accept-language': request.headers['accept-language'] ?? '' }
  const locale = languageOf(new Request(url, { headers }))
  if (isLocale(url.searchParams.get('lang'))) {
    response.append('Set-Cookie', languageCookieFor(locale, settings().ORIGIN.startsWith('https:')))
  }
  response.setHeader('Content-Language', locale)
  response.vary('Accept-Language')
  response.vary('Cookie')
  return locale
}
