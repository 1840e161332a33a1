import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayAt, daysBetween, instantAt, weekday, workingDaysBefore } from '#app/kernel/days.ts'

const aDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const aZone = fc.constantFrom('Europe/Stockholm', 'Europe/Oslo', 'Europe/Helsinki', 'Atlantic/Reykjavik', 'America/Nuuk', 'UTC')

test('adding days and counting them back gives the same number', () => {
  fc.assert(fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => daysBetween(day, addDays(day, n)) === n))
})

test('days sort as text', () => {
  fc.assert(fc.property(aDay, aDay, (a, b) => a < b === daysBetween(a, b) > 0))
})

test('the last of January plus a month is the last of February', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})

test('adding months never leaves the month that was meant, and keeps the date when it exists', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
      const result = addMonths(day, months)
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      const [y = 0, m = 0, d = 0] = result.split('-').map(Number)
      expect(y * 12 + m).toBe(year * 12 + month + months)
      expect(d === date || (d < date && addDays(result, 1).endsWith('-01'))).toBe(true)
    }),
  )
})

test('ten working days before a Monday is the Monday two weeks earlier', () => {
  expect(weekday('2026-04-13')).toBe(1)
  expect(workingDaysBefore('2026-04-13', 10)).toBe('2026-03-30')
  expect(workingDaysBefore('2026-04-13', 1)).toBe('2026-04-10')
  expect(workingDaysBefore('2026-04-13', 0)).toBe('2026-04-13')
})

test('between a day and its working days before lie exactly that many weekdays', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
      const start = workingDaysBefore(day, count)
      const between = Array.from({ length: daysBetween(start, day) }, (_, index) => addDays(start, index))
      expect(between.filter((each) => weekday(each) <= 5)).toHaveLength(count)
      expect(weekday(start)).toBeLessThanOrEqual(5)
    }),
  )
})

test('at half past midnight Swedish time it is still yesterday in UTC', () => {
  expect(dayAt(new Date('2026-07-01T22:30:00Z'), 'Europe/Stockholm')).toBe('2026-07-02')
  expect(dayAt(new Date('2026-07-01T22:30:00Z'), 'Atlantic/Reykjavik')).toBe('2026-07-01')
})

test('nine in Stockholm is eight UTC in winter and seven in summer', () => {
  expect(instantAt('2026-01-15', '09:00', 'Europe/Stockholm').toISOString()).toBe('2026-01-15T08:00:00.000Z')
  expect(instantAt('2026-07-15', '09:00', 'Europe/Stockholm').toISOString()).toBe('2026-07-15T07:00:00.000Z')
})

test('around the nights when the clock moves, mornings keep their hour', () => {
  expect(instantAt('2026-03-29', '01:59', 'Europe/Stockholm').toISOString()).toBe('2026-03-29T00:59:00.000Z')
  expect(instantAt('2026-03-29', '03:00', 'Europe/Stockholm').toISOString()).toBe('2026-03-29T01:00:00.000Z')
  expect(instantAt('2026-10-25', '01:00', 'Europe/Stockholm').toISOString()).toBe('2026-10-24T23:00:00.000Z')
  expect(instantAt('2026-10-25', '08:00', 'Europe/Stockholm').toISOString()).toBe('2026-10-25T07:00:00.000Z')
})

test('of the doubled hour in autumn the later one is meant', () => {
  expect(instantAt('2026-10-25', '02:30', 'Europe/Stockholm').toISOString()).toBe('2026-10-25T01:30:00.000Z')
})

test('an instant made from a wall clock shows that wall clock, except in the hour that does not exist', () => {
  fc.assert(
    fc.property(aDay, aTime, aZone, (day, time, zone) => {
      const instant = instantAt(day, time, zone)
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant)
      const wanted = `${day} ${time}`
      const minutesOff = (Date.parse(`${shown.replace(' ', 'T')}Z`) - Date.parse(`${day}T${time}:00Z`)) / 60_000
      expect(shown === wanted || Math.abs(minutesOff) === 60).toBe(true)
      if (shown !== wanted) expect(isSkipped(day, time, zone)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('the day at the instant of a day is that day, in every zone', () => {
  fc.assert(fc.property(aDay, aZone, (day, zone) => dayAt(instantAt(day, '12:00', zone), zone) === day))
})

/** Does the zone's clock jump over this wall time? Looked for by walking the surrounding hours minute by minute. */
function isSkipped(day: string, time: string, zone: string): boolean {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const middle = Date.parse(`${day}T${time}:00Z`)
  for (let minute = -16 * 60; minute <= 16 * 60; minute += 1) {
    if (format.format(new Date(middle + minute * 60_000)) === `${day} ${time}`) return false
  }
  return true
}
