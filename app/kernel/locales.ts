// No schema here: every page in the browser reads this file, and zod would come along (see locale-schema.ts).

/** The three equal languages of the product. Content carries its own language, which can be any other. */
export const locales = ['sv', 'nb', 'en'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value)
}

/** The language to write in to somebody of whom only the country is known (ISO 3166-1 alpha-2); English where none of ours is spoken. */
export function localeOfCountry(country: string | undefined): Locale {
  if (country === 'SE' || country === 'AX') return 'sv'
  return country === 'NO' || country === 'SJ' ? 'nb' : 'en'
}

/** Text in the three languages, as reference data carries it. */
export type Trilingual = { sv: string; nb: string; en: string }
