// Dates, numbers and order in the reader's language. Days are 'YYYY-MM-DD', instants are Date.
import type { Day } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { getLocale } from '#app/paraglide/runtime.js'

const tags: Record<Locale, string> = { sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' }
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.Collator>()

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.Collator>(key: string, make: (tag: string) => T): T {
  const locale = getLocale()
  const full = `${locale} ${key}`
  const known = cache.get(full)
  if (known) return known as T
  const made = make(tags[locale])
  cache.set(full, made)
  return made
}

function dateFormat(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(`date ${key} ${options.timeZone ?? ''}`, (tag) => new Intl.DateTimeFormat(tag, options))
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)
const long: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }

/** "tisdag 2 februari 2027" */
export function formatDay(day: Day): string {
  return dateFormat('long', long).format(noon(day))
}

/** "2 feb. 2027" */
export function formatShortDay(day: Day): string {
  return dateFormat('short', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(day))
}

/** "tisdag 2 feb." */
export function formatWeekday(day: Day): string {
  return dateFormat('weekday', { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day))
}

/** "tis 2 feb." */
export function formatShortWeekday(day: Day): string {
  return dateFormat('short weekday', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day))
}

/** "tisdag 2 – torsdag 4 februari 2027"; one day when both are the same. */
export function formatDayRange(from: Day, to: Day): string {
  if (from === to) return formatDay(from)
  return `${startOf(from, to)} – ${formatDay(to)}`
}

/** What the first day needs to say before the last one says the rest. Intl's own ranges write "01 september" in Swedish. */
function startOf(from: Day, to: Day): string {
  if (from.slice(0, 4) !== to.slice(0, 4)) return formatDay(from)
  const { weekday, day, month, timeZone } = long as Required<Intl.DateTimeFormatOptions>
  if (from.slice(0, 7) === to.slice(0, 7)) return dateFormat('start', { weekday, day, timeZone }).format(noon(from))
  return dateFormat('start month', { weekday, day, month, timeZone }).format(noon(from))
}

/** "2 feb. 2027 14:32", in the zone. */
export function formatInstant(instant: Date, zone = 'Europe/Stockholm'): string {
  return dateFormat('instant', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(instant)
}

/** "14:32", in the zone. */
export function formatTime(instant: Date, zone = 'Europe/Stockholm'): string {
  return dateFormat('time', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(instant)
}

/** A plain number; `decimals` are always shown. */
export function formatNumber(value: number, decimals = 0): string {
  return cached(
    `number ${decimals}`,
    (tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  ).format(value)
}

/** "Anna, Bo och Cilla" */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(tags[getLocale()], { type: 'conjunction' }).format(items)
}

/** The name of a language in the reader's language: languageName('nb') → "norskt bokmål". */
export function languageName(tag: string): string {
  return nameOf(tag, 'language')
}

/** The name of a country (ISO 3166-1 alpha-2) in the reader's language. */
export function countryName(code: string): string {
  return nameOf(code, 'region')
}

function nameOf(code: string, type: 'language' | 'region'): string {
  try {
    return new Intl.DisplayNames([tags[getLocale()]], { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** A sorted copy in the reader's alphabet (å ä ö / æ ø å last); the database's own order is never trusted. */
export function sortByName<T>(items: readonly T[], pick: (item: T) => string): T[] {
  const collator = cached('collator', (tag) => new Intl.Collator(tag, { numeric: true }))
  return [...items].sort((a, b) => collator.compare(pick(a), pick(b)))
}

/** "2 nov" – for tight places where the year is plain. */
export function formatThreadDay(day: Day): string {
  return dateFormat('thread', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day))
}

/** "2–4 feb." */
export function formatShortRange(from: Day, to: Day): string {
  return dateFormat('thread', { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(noon(from), noon(to))
}

/** "maj" */
export function formatMonth(day: Day): string {
  return dateFormat('month', { month: 'short', timeZone: 'UTC' }).format(noon(day))
}
