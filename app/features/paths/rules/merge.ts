// Two people write on one draft. What each of them changed stays, down to one field in one language; only where both changed the
// same one differently does the later one have to look.
import { type Locale, locales } from '#app/kernel/locales.ts'
import { canonical, fingerprint } from './fingerprint.ts'
import { isInEveryLanguage } from './spoken.ts'

/** What a form edits: its fields with what they hold. */
export type Fields = Record<string, unknown>

/** Marks of all parts of what somebody had before them when they began to type. Travels with the form. */
export type Seen = Readonly<Record<string, string>>

/** `language` null: the field as a whole, its rows or its choice. */
export type Conflict = { field: string; language: Locale | null }

export type Merged<T> = { value: T; conflicts: Conflict[] }

/** The marks of `value` as it stands. */
export function seenOf(value: Fields): Seen {
  return Object.fromEntries(Object.entries(partsOf(value)).map(([name, part]) => [name, fingerprint(part)]))
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

/**
 * The marks to save with after a conflict that somebody has looked at: what was in conflict is known as it stands now, and
 * everything else as before, so that saving again takes back nothing that the form does not show.
 */
export function seenAfter(seen: Seen, now: Seen, conflicts: readonly Conflict[]): Seen {
  const looked = Object.entries(now).filter(([name]) =>
    conflicts.some(({ field, language }) =>
      language ? name === `${field}.${language}` : name === field || name.startsWith(`${field}.`),
    ),
  )
  return { ...seen, ...Object.fromEntries(looked) }
}

/**
 * `typed` and `newest` brought together, both with the same fields. Where they are in conflict `value` holds what was typed.
 * @param seen marks of what the typing began from
 */
export function merged<T extends Fields>(seen: Seen, newest: T, typed: T): Merged<T> {
  const conflicts: Conflict[] = []
  const value = Object.fromEntries(
    [...new Set([...Object.keys(newest), ...Object.keys(typed)])].map((field) => {
      const fieldMerged = mergedField(seen, field, newest[field], typed[field])
      conflicts.push(...fieldMerged.conflicts)
      return [field, fieldMerged.value]
    }),
  )
  return { value: value as T, conflicts }
}

function mergedField(seen: Seen, field: string, newest: unknown, typed: unknown): Merged<unknown> {
  const [theirs, mine] = [partsOf({ [field]: newest }), partsOf({ [field]: typed })]
  if (canonical(theirs) === canonical(mine)) return { value: typed, conflicts: [] }
  const sameRows = hasTexts(typed) && hasTexts(newest) && canonical(theirs[field]) === canonical(mine[field])
  if (!sameRows) {
    const untouched = (parts: Fields) => Object.entries(parts).every(([name, part]) => wasSeen(seen, name, part))
    if (untouched(theirs)) return { value: typed, conflicts: [] }
    if (untouched(mine)) return { value: newest, conflicts: [] }
    return { value: typed, conflicts: [{ field, language: null }] }
  }
  const conflicts: Conflict[] = []
  const from = Object.fromEntries(
    locales.map((language) => {
      const name = `${field}.${language}`
      if (canonical(theirs[name]) === canonical(mine[name])) return [language, typed]
      if (wasSeen(seen, name, theirs[name])) return [language, typed]
      if (wasSeen(seen, name, mine[name])) return [language, newest]
      conflicts.push({ field, language })
      return [language, typed]
    }),
  )
  return { value: mixed(typed, from as Record<Locale, unknown>), conflicts }
}

/** A field that was not there has no mark. */
function wasSeen(seen: Seen, name: string, part: unknown): boolean {
  return fingerprint(part) === (seen[name] ?? fingerprint(undefined))
}

/** What is one by one compared: a field without texts; of one with texts its rows, and its texts language by language. */
function partsOf(value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, held]): [string, unknown][] => {
      if (!hasTexts(held)) return [[field, held]]
      return [
        [field, rowsOf(held)],
        ...locales.map((language): [string, unknown] => [`${field}.${language}`, textsOf(held, language)]),
      ]
    }),
  )
}

function hasTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isInEveryLanguage(value) || Object.values(value).some(hasTexts)
}

/** The value without its texts. */
function rowsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rowsOf)
  if (typeof value !== 'object' || value === null) return value
  if (isInEveryLanguage(value)) return '…'
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rowsOf(one)]))
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

/** `frame` with each language taken from the value that has it, all with the same rows. */
function mixed(frame: unknown, from: Record<Locale, unknown>): unknown {
  if (typeof frame !== 'object' || frame === null) return frame
  const inside = (key: string | number) =>
    Object.fromEntries(locales.map((language) => [language, at(from[language], key)])) as Record<Locale, unknown>
  if (Array.isArray(frame)) return frame.map((one, index) => mixed(one, inside(index)))
  if (isInEveryLanguage(frame)) return Object.fromEntries(locales.map((language) => [language, at(from[language], language)]))
  return Object.fromEntries(Object.entries(frame).map(([key, one]) => [key, mixed(one, inside(key))]))
}

function at(value: unknown, key: string | number): unknown {
  return (value as Record<string | number, unknown>)[key]
}
