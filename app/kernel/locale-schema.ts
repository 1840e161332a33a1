import { z } from 'zod'
import { locales } from './locales.ts'

/** One of our three languages, in a form. */
export const locale = z.enum(locales)
