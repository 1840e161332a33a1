// Calendar days without a clock or a zone: 'YYYY-MM-DD' as PostgreSQL's date gives it. Instants are Date.
import { z } from 'zod'

export const day = z.iso.date()
export type Day = string

const MS_PER_DAY = 86_400_000

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
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)
}

/** The instant when the wall clock in `zone` shows `time` ('HH:MM') on the day; the later one of a doubled hour. */
export function instantAt(value: Day, time: string, zone: string): Date {
  const wanted = Date.parse(`${value}T${time}:00Z`)
  let guess = wanted
  for (let round = 0; round < 3; round += 1) guess = wanted - offsetAt(new Date(guess), zone)
  return new Date(guess)
}

function offsetAt(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return (
    Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second')) -
    Math.floor(instant.getTime() / 1000) * 1000
  )
}
