// From text in every language to text in one.
import type { Locale } from '#app/kernel/locales.ts'

type InEveryLanguage = { sv: unknown; nb: unknown; en: unknown }

/** T with every trilingual part replaced by what it says in one language. Captions stay: one chooses among them while watching. */
export type Spoken<T> = T extends InEveryLanguage
  ? T['sv']
  : T extends readonly (infer E)[]
    ? Spoken<E>[]
    : T extends object
      ? { [K in keyof T]: K extends 'captions' ? T[K] : Spoken<T[K]> }
      : T

/** The language a reader gets a path in: their own where it is published in it, else the one it was written in first. */
export function languageFor(languages: readonly Locale[], locale: Locale): Locale {
  return languages.includes(locale) ? locale : (languages[0] ?? locale)
}

/** Says `value` in `locale`, however deep its texts lie. Gives a new value. */
export function spoken<T>(value: T, locale: Locale): Spoken<T> {
  return say(value, locale) as Spoken<T>
}

function say(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((one) => say(one, locale))
  if (typeof value !== 'object' || value === null) return value
  if (isInEveryLanguage(value)) return value[locale]
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'captions' ? one : say(one, locale)]))
}

/** A text of the path: one value for each language there is. */
export function isInEveryLanguage(value: object): value is InEveryLanguage {
  return 'sv' in value && 'nb' in value && 'en' in value
}
