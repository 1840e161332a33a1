import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indicators, levelTitle } from '#app/features/indicators/reference.server.ts'
import {
  everywhere,
  holdsOn,
  isReached,
  isReported,
  levelsFor,
  type Newest,
  staleFrom,
  sumOfReports,
} from '#app/features/indicators/rules/reports.ts'
import { statusOf } from '#app/features/indicators/rules/status.ts'
import { reportLevels } from '#app/features/indicators/rules/words.ts'
import { addDays } from '#app/kernel/days.ts'

test('every indicator that is no number can be reported, in words of all three languages', () => {
  const reported = indicators.filter(isReported)
  expect(reported.length).toBeGreaterThan(10)
  for (const indicator of reported) {
    expect(levelsFor(indicator.kind).some(isReached)).toBe(true)
    expect(levelsFor(indicator.kind).every(isReached)).toBe(false)
    for (const level of levelsFor(indicator.kind)) expect(levelTitle(level)?.nb).toBeTruthy()
  }
  expect(reportLevels.filter(isReached)).toEqual(['in_place', 'followed_up', 'good'])
})

test('a yearly report holds for a year less a day, one on a review every fourth year for four, others until the next', () => {
  expect(staleFrom('2026-04-14', 'yearly')).toBe('2027-04-14')
  expect(holdsOn('2027-04-13', '2026-04-14', 'yearly')).toBe(true)
  expect(holdsOn('2027-04-14', '2026-04-14', 'yearly')).toBe(false)
  expect(staleFrom('2026-04-14', 'every_4_years')).toBe('2030-04-14')
  for (const interval of [null, 'recurring_no_fixed_interval']) expect(staleFrom('2026-04-14', interval)).toBeNull()
  const known = ['yearly', 'every_4_years', 'once_then_every_2_years', 'recurring_no_fixed_interval', null]
  for (const indicator of indicators.filter(isReported)) expect(known, indicator.id).toContain(indicator.interval)
})

const today = '2026-04-14'
const aReport = fc.record({
  level: fc.constantFrom(null, ...levelsFor('status')),
  age: fc.integer({ min: 0, max: 800 }),
})
const reports = fc
  .array(aReport, { maxLength: 12 })
  .map((all) => all.map(({ level, age }): Newest => ({ level, onDay: addDays(today, -age) })))

test('units are counted once each, only those whose report holds, and the goal is met when all of them reach it', () => {
  fc.assert(
    fc.property(reports, (all) => {
      const holding = all.filter(({ level, onDay }) => level !== null && onDay > '2025-04-14')
      const reached = holding.filter(({ level }) => level === 'in_place' || level === 'followed_up').length
      const sum = sumOfReports(all, 'yearly', today)
      expect(sum.state).toBe(holding.length === 0 ? 'no_data' : 'shown')
      if (sum.state !== 'shown') return
      expect(sum.shown).toMatchObject({ numerator: reached, denominator: holding.length })
      const { name, uncertain } = statusOf({ numerator: reached, denominator: holding.length }, everywhere, false)
      expect({ name, uncertain }).toEqual({ name: reached === holding.length ? 'met' : 'not_met', uncertain: false })
    }),
  )
})

test('what two halves of an organisation report adds up to what the whole reports', () => {
  fc.assert(
    fc.property(reports, reports, (north, south) => {
      const counts = (all: readonly Newest[]) => {
        const sum = sumOfReports(all, 'yearly', today)
        return sum.state === 'shown' ? sum.shown : { numerator: 0, denominator: 0 }
      }
      const [one, other, both] = [counts(north), counts(south), counts([...north, ...south])]
      expect(both.numerator).toBe(one.numerator + other.numerator)
      expect(both.denominator).toBe(one.denominator + other.denominator)
    }),
  )
})
