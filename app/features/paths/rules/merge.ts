// Two people write on one draft. What each of them changed stays, down to one row and one language; only where both changed the
// same one differently does the later one have to look.
import { type Locale, locales } from '#app/kernel/locales.ts'
import { canonical } from './fingerprint.ts'
import { type Fields, hasTexts, isGroup, isRows, partsOf, type Row, type Seen, untouched, wasSeen } from './marks.ts'
import { keptRows, orderOfRows } from './merge-rows.ts'
import { isInEveryLanguage } from './spoken.ts'

/** `field`: as in `title`, `joint.minutes` or, for a row, `checks#q-1.question`. `language` null: all of it, or its choice. */
export type Conflict = { field: string; language: Locale | null }

export type Merged<T> = { value: T; conflicts: Conflict[] }

/**
 * The marks to save with after a conflict that somebody has looked at: what was in conflict is known as it stands now, and
 * everything else as before, so that saving again takes back nothing that the form does not show.
 */
export function seenAfter(seen: Seen, now: Seen, conflicts: readonly Conflict[]): Seen {
  const looked = (name: string) =>
    conflicts.some(({ field, language }) =>
      language
        ? name === `${field}.${language}`
        : name === field || [`${field}.`, `${field}#`].some((one) => name.startsWith(one)),
    )
  const before = Object.entries(seen).flatMap(([name, mark]) => {
    const stands = looked(name) ? now[name] : mark
    return stands === undefined ? [] : [[name, stands]]
  })
  return { ...Object.fromEntries(Object.entries(now).filter(([name]) => looked(name))), ...Object.fromEntries(before) }
}

/**
 * `typed` and `newest` brought together, both with the same fields. Where they are in conflict `value` holds what was typed.
 * @param seen marks of what the typing began from
 */
export function merged<T extends Fields>(seen: Seen, newest: T, typed: T, under = ''): Merged<T> {
  const conflicts: Conflict[] = []
  const value = Object.fromEntries(
    [...new Set([...Object.keys(newest), ...Object.keys(typed)])].map((field) => {
      const fieldMerged = mergedField(seen, `${under}${field}`, newest[field], typed[field])
      conflicts.push(...fieldMerged.conflicts)
      return [field, fieldMerged.value]
    }),
  )
  return { value: value as T, conflicts }
}

function mergedField(seen: Seen, name: string, newest: unknown, typed: unknown): Merged<unknown> {
  const [theirs, mine] = [partsOf(name, newest), partsOf(name, typed)]
  if (canonical(theirs) === canonical(mine)) return { value: typed, conflicts: [] }
  if (isRows(newest) && isRows(typed)) return mergedRows(seen, name, newest, typed)
  if (isGroup(newest) && isGroup(typed) && canonical(Object.keys(newest).sort()) === canonical(Object.keys(typed).sort()))
    return merged(seen, newest, typed, `${name}.`)
  const sameFrame = hasTexts(typed) && hasTexts(newest) && canonical(theirs[name]) === canonical(mine[name])
  if (sameFrame) return mergedTexts(seen, name, { newest, typed, theirs, mine })
  if (untouched(seen, name, newest)) return { value: typed, conflicts: [] }
  if (untouched(seen, name, typed)) return { value: newest, conflicts: [] }
  return { value: typed, conflicts: [{ field: name, language: null }] }
}

/** Row by row, wherever each stands now: rows keep their ids. */
function mergedRows(seen: Seen, name: string, newest: readonly Row[], typed: readonly Row[]): Merged<Row[]> {
  const { both, alone, conflicts } = keptRows(seen, name, newest, typed)
  const rows = new Map(alone.map((row) => [row.id, row]))
  for (const [{ id, ...theirs }, { id: _same, ...mine }] of both) {
    const row = mergedField(seen, `${name}#${id}`, theirs, mine)
    conflicts.push(...row.conflicts)
    rows.set(id, { ...(row.value as Fields), id })
  }
  const value = orderOfRows(seen, name, newest, typed).flatMap((id) => rows.get(id) ?? [])
  return { value, conflicts }
}

type Sides = { newest: unknown; typed: unknown; theirs: Fields; mine: Fields }

function mergedTexts(seen: Seen, field: string, { newest, typed, theirs, mine }: Sides): Merged<unknown> {
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
