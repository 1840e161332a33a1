// What is typed to begin a path, to publish it, to take it back.
import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'
import { locale } from '#app/kernel/locale-schema.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { audiences } from '../words.ts'
import type { PathDraft } from './shape.ts'

/** `id`: given by the form, and part of the new path's own id, so that a second press begins nothing. */
export const startPathInput = z.object({ id, ownerId: id, title: z.string().trim().min(1).max(120), language: locale })

/** `languages`: what it is published in, the one it was written in first. */
export const publicationInput = z.object({
  revision: z.coerce.number().int().min(0),
  audience: z.enum(audiences),
  languages: z.array(locale).min(1).max(3),
  note: z.string().trim().max(2_000).default(''),
})

export const withdrawalInput = z.object({ reason: z.string().trim().min(1).max(1_000) })

export const editorInput = z.object({ personId: id })

/** Bytes of one path as JSON: many times a long path. */
export const LARGEST_PATH = 3_000_000

/** An id that reads like the title, and that only this form gives. */
export function pathIdOf(title: string, formId: string): string {
  const words = title
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return `${words || 'path'}-${formId.slice(0, 6)}`
}

/** A path with a title and nothing else yet. */
export function emptyDraft(
  pathId: string,
  { title, language, by }: { title: string; language: Locale; by: string },
): PathDraft {
  const unwritten = { sv: '', nb: '', en: '' }
  return {
    ...{ id: pathId, languages: [language], title: { ...unwritten, [language]: title }, lead: { sv: [], nb: [], en: [] } },
    ...{ pace: unwritten, by, madeFrom: [], modules: [] },
  }
}
