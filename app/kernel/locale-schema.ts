import { z } from 'zod'
import { locales } from './locales.ts'

/** One of our three languages, in a form. */
export const locale = z.enum(locales)

/** Text in every language, none of them empty: see Trilingual. */
export const trilingual = z.strictObject({ sv: z.string().min(1), nb: z.string().min(1), en: z.string().min(1) })
