// Calendar days without a clock or a zone: 'YYYY-MM-DD' as PostgreSQL's date gives it. Instants are Date.
import { z } from 'zod'

export const day = z.iso.date()
export type Day = string

const MS_PER_DAY = 86_400_000

/** What happens at no unit and in no visit (the open blog, paths, certificates, what is ours to tell) has the days of this zone. */
export const HOME_ZONE = 'Europe/Stockholm'

function utc(value: Day): number {
  return Date.parse(`${value}T00:00:00Z`)
}

export function addDays(value: Day, days: number): Day {
  return new Date(utc(value) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Adds calendar months; the 31st becomes the month's last day when it has no 31st. */
export function addMonths(value: Day, months: number): Day {
  const [year, month, date] = value.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY)
}

/** 1 Monday … 7 Sunday. */
export function weekday(value: Day): number {
  return new Date(utc(value)).getUTCDay() || 7
}

/** The day `count` working days (Monday–Friday; public holidays are not known) before `value`. */
export function workingDaysBefore(value: Day, count: number): Day {
  let result = value
  let left = count
  while (left > 0) {
    result = addDays(result, -1)
    if (weekday(result) <= 5) left -= 1
  }
  return result
}

/** The calendar day at the instant, in the place's zone (IANA name). */
export function dayAt(instant: Date, zone: string): Day {
  const { year, month, day: date } = wallClock(instant, zone)
  return `${year}-${month}-${date}`
}

/** The day all counting goes by, wherever somebody is: quarters must begin at once for everybody. */
export function utcDay(instant: Date): Day {
  return instant.toISOString().slice(0, 10)
}

/** The last day on which something still holds that ends at the instant. */
export function lastDayBefore(end: Date, zone: string): Day {
  return dayAt(new Date(end.getTime() - 1), zone)
}

/** The last day that can be used whole before something closes at the instant: what people are told they have. */
export function lastWholeDayBefore(end: Date, zone: string): Day {
  return addDays(dayAt(end, zone), -1)
}

/** So many times 24 hours later; earlier when `days` is negative. */
export function daysLater(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * MS_PER_DAY)
}

/** The instant when the wall clock in `zone` shows `time` ('HH:MM') on the day; the later one of a doubled hour. */
export function instantAt(value: Day, time: string, zone: string): Date {
  const wanted = Date.parse(`${value}T${time}:00Z`)
  let guess = wanted
  for (let round = 0; round < 3; round += 1) guess = wanted - offsetAt(new Date(guess), zone)
  return new Date(guess)
}

function offsetAt(instant: Date, zone: string): number {
  const { year, month, day: date, hour, minute, second } = wallClock(instant, zone)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute), Number(second))
  return shown - Math.floor(instant.getTime() / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What clock and calendar in the zone show, as text with leading zeros. A formatter takes long to make, so each is kept. */
function wallClock(instant: Date, zone: string): Record<string, string> {
  const known = clocks.get(zone)
  const clock = known ?? new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone })
  if (!known) clocks.set(zone, clock)
  return Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
}

const fields: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
}
