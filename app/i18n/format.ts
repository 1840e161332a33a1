// Dates, numbers, names and order in the reader's language. Days are 'YYYY-MM-DD', instants are Date.
// Words and shapes are our own: servers and browsers carry different tables in Intl, and a page that differs by one full
// stop between the two is drawn twice.
import { type Day, dayAt, HOME_ZONE, weekday } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import names from './names.json'

type Words = {
  days: string[]
  shortDays: string[]
  months: string[]
  shortMonths: string[]
  stop: string
  decimal: string
  group: string
  and: string
}

const words: Record<Locale, Words> = {
  sv: {
    days: 'måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '),
    shortDays: 'mån tis ons tors fre lör sön'.split(' '),
    months: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
    shortMonths: 'jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.'.split(' '),
    stop: '',
    decimal: ',',
    group: '\u00a0',
    and: 'och',
  },
  nb: {
    days: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
    shortDays: 'man. tirs. ons. tors. fre. lør. søn.'.split(' '),
    months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
    shortMonths: 'jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.'.split(' '),
    stop: '.',
    decimal: ',',
    group: '\u00a0',
    and: 'og',
  },
  en: {
    days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    shortDays: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
    months: 'January February March April May June July August September October November December'.split(' '),
    shortMonths: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
    stop: '',
    decimal: '.',
    group: ',',
    and: 'and',
  },
}

function parts(day: Day) {
  const own = words[getLocale()]
  const [year = '', month = '', date = ''] = day.split('-')
  return { own, year, date: `${Number(date)}${own.stop}`, month: Number(month) - 1, weekday: weekday(day) - 1 }
}

/** "tisdag 2 februari 2027" */
export function formatDay(day: Day): string {
  const { own, year, date, month, weekday } = parts(day)
  return `${own.days[weekday]} ${date} ${own.months[month]} ${year}`
}

/** "2 februari 2027" */
export function formatLongDay(day: Day): string {
  const { own, year, date, month } = parts(day)
  return `${date} ${own.months[month]} ${year}`
}

/** "2 feb. 2027" */
export function formatShortDay(day: Day): string {
  const { own, year, date, month } = parts(day)
  return `${date} ${own.shortMonths[month]} ${year}`
}

/** "tisdag 2 feb." */
export function formatWeekday(day: Day): string {
  const { own, date, month, weekday } = parts(day)
  return `${own.days[weekday]} ${date} ${own.shortMonths[month]}`
}

/** "tis 2 feb." */
export function formatShortWeekday(day: Day): string {
  const { own, date, month, weekday } = parts(day)
  return `${own.shortDays[weekday]} ${date} ${own.shortMonths[month]}`
}

/** "tisdag 2 – torsdag 4 februari 2027": month and year are said once; one day when both are the same. */
export function formatDayRange(from: Day, to: Day): string {
  if (from === to) return formatDay(from)
  const { own, date, month, weekday } = parts(from)
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatDay(from)} – ${formatDay(to)}`
  const start = `${own.days[weekday]} ${date}`
  return `${from.slice(0, 7) === to.slice(0, 7) ? start : `${start} ${own.months[month]}`} – ${formatDay(to)}`
}

/** "2 feb." – for tight places where the year is plain. */
export function formatThreadDay(day: Day): string {
  const { own, date, month } = parts(day)
  return `${date} ${own.shortMonths[month]}`
}

/** "2–4 feb." */
export function formatShortRange(from: Day, to: Day): string {
  if (from === to) return formatThreadDay(to)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${parts(from).date}–${formatThreadDay(to)}`
    : `${formatThreadDay(from)} – ${formatThreadDay(to)}`
}

/** "maj" */
export function formatMonth(day: Day): string {
  const { own, month } = parts(day)
  return own.shortMonths[month] ?? ''
}

/** "2 feb. 2027 14:32", in the zone. */
export function formatInstant(instant: Date, zone = HOME_ZONE): string {
  return `${formatShortDay(dayAt(instant, zone))} ${formatTime(instant, zone)}`
}

/** "14:32", in the zone. */
export function formatTime(instant: Date, zone = HOME_ZONE): string {
  return clockIn(zone).format(instant)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

// Digits and a colon are the same in every table.
function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  clocks.set(zone, made)
  return made
}

/** '08:15' on a wall clock as the reader writes it: 8.15 in Swedish and Norwegian, 08:15 in English. */
export function formatClock(time: string): string {
  return getLocale() === 'en' ? time : time.replace(/^0/, '').replace(':', '.')
}

/** A plain number; `decimals` are always shown. Rounds as toFixed does: shares are rounded by the rules beforehand. */
export function formatNumber(value: number, decimals = 0): string {
  const own = words[getLocale()]
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.length > 4 || own.group === ',' ? whole.replace(/\B(?=(\d{3})+$)/g, own.group) : whole
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? own.decimal + fraction : ''}`
}

/** "Anna, Bo och Cilla" */
export function formatList(items: readonly string[]): string {
  const { and } = words[getLocale()]
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}

/** The name of a language in the reader's language: languageName('nb') → "norskt bokmål". An unknown tag stays as it is. */
export function languageName(tag: string): string {
  const known: Record<string, string> = names[getLocale()].languages
  return known[tag] ?? tag
}

/** The name of a country (ISO 3166-1 alpha-2) in the reader's language. */
export function countryName(code: string): string {
  const known: Record<string, string> = names[getLocale()].countries
  return known[code] ?? code
}

const collators = new Map<Locale, Intl.Collator>()

/** A sorted copy in the reader's alphabet (å ä ö / æ ø å last); the database's own order is never trusted. */
export function sortByName<T>(items: readonly T[], pick: (item: T) => string): T[] {
  const locale = getLocale()
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true })
  collators.set(locale, collator)
  return [...items].sort((a, b) => collator.compare(pick(a), pick(b)))
}
