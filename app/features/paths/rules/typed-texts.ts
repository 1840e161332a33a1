// Texts as forms send them: three fields side by side, empty where nothing is written.
import { z } from 'zod'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { fingerprint } from './fingerprint.ts'
import { blocksOf } from './notation.ts'
import { block, type Check, type Passage, rowIdPattern } from './shape.ts'

/** Characters of one passage in one language, as far as a form takes them. */
const longestPassage = 60_000

type Said = Record<Locale, string>

const inThree = <T extends z.ZodType>(field: T) => z.object({ sv: field, nb: field, en: field }).prefault({} as never)

/** A line or a few words in every language. */
export const typedWords = (most: number) => inThree(z.string().trim().max(most).default(''))

const blocks = z.array(block).max(200, 'paths_error_passage_long')

/** A passage in one language, in the notation of notation.ts. */
const typedBlocks = z
  .string()
  .max(longestPassage, 'paths_error_passage_long')
  .default('')
  .transform((text, issues) => {
    const read = blocks.safeParse(blocksOf(text))
    if (read.success) return read.data
    const withoutAlt = blocksOf(text).some((one) => typeof one === 'object' && 'picture' in one && one.alt === '')
    issues.addIssue({ code: 'custom', message: withoutAlt ? 'paths_error_picture_alt' : 'paths_error_passage_long' })
    return z.NEVER
  })

export const typedPassage = inThree(typedBlocks)

/** Ticked or not. */
export const tick = z
  .string()
  .optional()
  .transform((sent) => sent === 'on')

export const typedMinutes = z.coerce.number().int().min(5).max(120)

const isEmpty = (said: Said) => locales.every((language) => said[language] === '')

/** Nothing in any language. */
export function isEmptyPassage(passage: Passage): boolean {
  return locales.every((language) => passage[language].length === 0)
}

const rows = <T extends z.ZodType>(row: T, most: number) =>
  z
    .array(row)
    .max(most + 1)
    .default([])

const rowId = z.string().regex(rowIdPattern).optional()

const words = z.string().trim().max(2_000).default('')
const typedRow = z.object({ id: rowId, sv: words, nb: words, en: words }).prefault({})

/** Rows with words; the empty ones fall away. */
export const typedRows = (most: number) =>
  rows(typedRow, most)
    .transform((all) => named(all.filter((row) => !isEmpty(row))))
    .pipe(z.array(z.custom<Said & { id: string }>()).max(most))

/** One row to write in, where there is to be one at least. */
export const emptyRow = () => named<Said & { id?: string }>([{ sv: '', nb: '', en: '' }])

/** Items with an id that stays: a new one is named after its words, so that a form sent twice makes one. */
export const typedItems = rows(z.object({ id: rowId, text: typedWords(2_000) }), 30).transform((all) =>
  named(all.filter((row) => !isEmpty(row.text))),
)

const option = z.object({ text: typedWords(2_000), right: tick, why: typedWords(2_000) })
const noOption = () => ({ text: { sv: '', nb: '', en: '' }, right: false, why: { sv: '', nb: '', en: '' } })

/** Questions with their answers, two of these at least, if only as room for them. */
export const typedChecks = (most: number) =>
  rows(z.object({ id: rowId, question: typedWords(2_000), options: rows(option, 5) }), most).transform((all): Check[] => {
    const answered = all.map((check) => ({
      ...check,
      options: check.options.filter((one) => !isEmpty(one.text) || !isEmpty(one.why)).slice(0, 5),
    }))
    const kept = answered.filter((check) => !isEmpty(check.question) || check.options.length > 0).slice(0, most)
    return named(kept).map((check) => {
      const { options } = check
      return { ...check, options: options.length < 2 ? [...options, noOption(), noOption()].slice(0, 2) : options }
    })
  })

export const typedReading = rows(
  z.object({
    id: rowId,
    title: z.string().trim().max(300).default(''),
    by: z.string().trim().max(300).default(''),
    about: typedWords(2_000),
  }),
  12,
)
  .superRefine((all, issues) => {
    all.forEach((one, index) => {
      if (isNoReading(one)) return
      if (one.title === '') issues.addIssue({ code: 'custom', path: [index, 'title'], message: 'paths_error_reading_title' })
      if (one.by === '') issues.addIssue({ code: 'custom', path: [index, 'by'], message: 'paths_error_reading_by' })
    })
  })
  .transform((all) => named(all.filter((one) => !isNoReading(one)).slice(0, 12)))

function isNoReading({ title, by, about }: { title: string; by: string; about: Said }): boolean {
  return title === '' && by === '' && isEmpty(about)
}

function named<T extends { id?: string | undefined }>(all: readonly T[]): (T & { id: string })[] {
  const taken = new Set<string>()
  return all.map((row) => {
    let id = row.id ?? nameOf(row)
    while (taken.has(id)) id = `n-${fingerprint(id)}`
    taken.add(id)
    return { ...row, id }
  })
}

function nameOf(words: object): string {
  return `n-${fingerprint(words)}`
}

/** Rows as they are kept: one that still says what it was named after needs no id beside its words. */
export function rowsAsKept<T extends { id?: string | undefined }>(all: readonly T[]): T[] {
  return all.map(({ id, ...words }) => (id === undefined || id === nameOf(words) ? words : { ...words, id }) as T)
}
