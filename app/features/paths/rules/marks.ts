// Marks of everything that a form began from, so that it can be told who has changed what: each field, each row, each language.
import { type Locale, locales } from '#app/kernel/locales.ts'
import { fingerprint } from './fingerprint.ts'
import { isInEveryLanguage } from './spoken.ts'

/** What a form edits: its fields with what they hold. */
export type Fields = Record<string, unknown>

/** A row that keeps its id wherever it stands. */
export type Row = Fields & { id: string }

/**
 * Marks by name: `title`, `title.sv`, `joint.minutes`, `checks#q-1.question.sv`. Rows are in the order they had. Travels with the
 * form.
 */
export type Seen = Readonly<Record<string, string>>

/** The marks of `value` as it stands. */
export function seenOf(value: Fields): Seen {
  const parts = Object.entries(value).flatMap(([field, held]) => Object.entries(partsOf(field, held)))
  return Object.fromEntries(parts.map(([name, part]) => [name, fingerprint(part)]))
}

/** `seen` as a form carries it. What is no list of marks is as if nothing had been seen. */
export function readSeen(text: string): Seen {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  } catch {
    return {}
  }
}

/** A field that was not there has no mark. */
export function wasSeen(seen: Seen, name: string, part: unknown): boolean {
  return fingerprint(part) === (seen[name] ?? fingerprint(undefined))
}

/** Is all of it as the form began with it? */
export function untouched(seen: Seen, name: string, value: unknown): boolean {
  return Object.entries(partsOf(name, value)).every(([one, part]) => wasSeen(seen, one, part))
}

/** The ids of the rows that the form began with, in their order. */
export function rowsSeen(seen: Seen, name: string): string[] {
  return Object.keys(seen).flatMap((key) => {
    const id = key.startsWith(`${name}#`) ? key.slice(name.length + 1) : ''
    return id && !/[.#]/.test(id) ? [id] : []
  })
}

/** What is one by one compared: rows, what lies in a group, texts language by language; all else as it is. */
export function partsOf(name: string, held: unknown): Fields {
  if (isRows(held)) {
    const rows = held.map(({ id, ...words }) => partsOf(`${name}#${id}`, words))
    return Object.assign({ [name]: held.map(({ id }) => id) }, ...rows)
  }
  if (isGroup(held))
    return Object.assign({ [name]: true }, ...Object.entries(held).map(([key, one]) => partsOf(`${name}.${key}`, one)))
  if (!hasTexts(held)) return { [name]: held }
  const texts = locales.map((language): [string, unknown] => [`${name}.${language}`, textsOf(held, language)])
  return { [name]: frameOf(held), ...Object.fromEntries(texts) }
}

/** A list whose members keep an id while they are moved and reworded. */
export function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && typeof one?.id === 'string')
}

/** Fields that belong together, texts among them: what the two do together, a question with its answers. */
export function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isInEveryLanguage(value) && hasTexts(value)
}

/** Is there, at any depth, a text in the languages of the path? */
export function hasTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isInEveryLanguage(value) || Object.values(value).some(hasTexts)
}

/** The value without its texts. */
function frameOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(frameOf)
  if (typeof value !== 'object' || value === null) return value
  if (isInEveryLanguage(value)) return '…'
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, frameOf(one)]))
}

/** All texts in one language, in the order of their rows; keys sorted, because databases give them in theirs. */
function textsOf(value: unknown, language: Locale): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, language))
  if (typeof value !== 'object' || value === null) return []
  if (isInEveryLanguage(value)) return [value[language]]
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, one]) => textsOf(one, language))
}
