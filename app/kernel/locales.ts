// No schema here: every page in the browser reads this file, and zod would come along (see locale-schema.ts).

/** The three equal languages of the product. Content carries its own language, which can be any other. */
export const locales = ['sv', 'nb', 'en'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value)
}

/** Text in the three languages, as reference data carries it. */
export type Trilingual = { sv: string; nb: string; en: string }
