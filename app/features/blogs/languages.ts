import { z } from 'zod'

/** Languages to choose from for what one writes, the Nordic ones first. Names come from the reader's language. */
export const writingLanguages = [
  'sv',
  'nb',
  'nn',
  'en',
  'da',
  'fi',
  'is',
  'se',
  'sma',
  'smj',
  'fo',
  'kl',
  'ar',
  'bs',
  'cs',
  'de',
  'es',
  'et',
  'fa',
  'fr',
  'ga',
  'hr',
  'it',
  'lt',
  'lv',
  'nl',
  'pl',
  'pt',
  'so',
  'sr',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
] as const

/** A BCP 47 tag, as `lang` takes it. */
export const languageTag = z
  .string('blogs_error_language')
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'blogs_error_language')
