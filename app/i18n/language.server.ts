// Which language a request is answered in: ?lang=, else the cookie (the person's own choice), else the browser's wish.
import { AsyncLocalStorage } from 'node:async_hooks'
import { isLocale, type Locale, locales } from '#app/kernel/locales.ts'
import { overwriteServerAsyncLocalStorage, serverAsyncLocalStorage } from '#app/paraglide/runtime.js'

const languageCookie = 'lang'

overwriteServerAsyncLocalStorage(new AsyncLocalStorage())

/** Runs `work` so that messages, dates and sorting are in `locale`; used by requests and by mails alike. */
export function inLanguage<T>(locale: Locale, work: () => T): T {
  if (!serverAsyncLocalStorage) throw new Error('The language store is set when this file loads.')
  return serverAsyncLocalStorage.run({ locale, origin: '' }, work) as T
}

export function languageOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) return asked
  const chosen = readCookie(request.headers.get('cookie'), languageCookie)
  if (isLocale(chosen)) return chosen
  return bestOf(request.headers.get('accept-language') ?? '')
}

/** The best of our three for an Accept-Language header. Norwegian (no, nn) reads bokmål, Danish too; else English. */
function bestOf(header: string): Locale {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const wish of wishes) {
    if (['no', 'nn', 'da'].includes(wish.language)) return 'nb'
    const match = locales.find((locale) => locale === wish.language)
    if (match) return match
  }
  return 'en'
}

/** The Set-Cookie value that keeps a language choice for a year. */
export function languageCookieFor(locale: Locale, secure: boolean): string {
  return `${languageCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? '; Secure' : ''}`
}

export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return rest.join('=')
  }
  return undefined
}
