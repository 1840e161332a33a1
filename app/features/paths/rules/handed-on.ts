// What becomes of a path when somebody else goes on with it: its own id, the files given new ids, and what is owed to whom.
import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { pathIdOf } from './making.ts'
import type { LearningPath, PathDraft } from './shape.ts'

export const copyPathInput = z.object({ id, ownerId: id, title: z.string().trim().min(1).max(120) })

/** Who is told in a row of paths made from paths; the nearest stay. */
const MOST_SOURCES = 20

type HandedOn = {
  title: string
  language: Locale
  /** Of the form that asks for it: part of the new id. */
  formId: string
  by: string
  newMediaId: (old: string) => string
}

/**
 * The draft that a copy begins with: every text and id of the original, `title` in `language`, which comes first from now on, the
 * original named as what it was made from. `newMediaId`: what a file of the original is called in the copy.
 */
export function handedOn(original: LearningPath, { title, language, formId, by, newMediaId }: HandedOn): PathDraft {
  const { version, id: pathId, madeFrom, ...content } = original
  const source = { pathId, version, title: original.title[original.languages[0] ?? language], by: original.by }
  return {
    ...withMedia(content, newMediaId),
    ...{ id: pathIdOf(title, formId), title: { ...original.title, [language]: title }, by },
    languages: [language, ...original.languages.filter((one) => one !== language)],
    madeFrom: [source, ...madeFrom].slice(0, MOST_SOURCES),
  }
}

/** The same value with every file called by another id. */
export function withMedia<T>(value: T, newId: (old: string) => string): T {
  return renamed(value, newId) as T
}

function renamed(value: unknown, newId: (old: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, newId))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if ((key === 'picture' || key === 'media') && typeof part === 'string') return [key, newId(part)]
      return [key, key === 'captions' ? captions(part, newId) : renamed(part, newId)]
    }),
  )
}

function captions(files: unknown, newId: (old: string) => string): unknown {
  const rows = Object.entries(files as Record<string, string | null>)
  return Object.fromEntries(rows.map(([locale, file]) => [locale, file && newId(file)]))
}
