import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpenDay, lateModules, nextOpenDay, proposePlan } from '#app/features/pairs/rules/plan.ts'
import { addDays, addMonths, weekday } from '#app/kernel/days.ts'

const today = '2026-05-12'
const someDay = fc.integer({ min: -400, max: 800 }).map((days) => addDays(today, days))
const closed = fc.array(
  fc.record({ startsOn: someDay, length: fc.integer({ min: 0, max: 40 }) }).map(({ startsOn, length }) => ({
    ...{ startsOn, endsOn: addDays(startsOn, length) },
  })),
  { maxLength: 4 },
)

describe('a proposed plan', () => {
  test('has a day for every module, in their order, on workdays when the unit is open', () => {
    fc.assert(
      fc.property(someDay, closed, fc.integer({ min: 1, max: 12 }), (startsOn, periods, count) => {
        const ids = Array.from({ length: count }, (_, index) => `M${index}`)
        const days = proposePlan(ids, startsOn, periods)
        expect(Object.keys(days)).toEqual(ids)
        const inOrder = ids.map((id) => days[id] ?? '')
        expect(inOrder).toEqual(inOrder.toSorted())
        for (const [index, day] of inOrder.entries()) {
          expect(isOpenDay(day, periods)).toBe(true)
          expect(day >= addMonths(startsOn, index + 1)).toBe(true)
        }
      }),
    )
  })

  test('takes no later day than it needs to', () => {
    fc.assert(
      fc.property(someDay, closed, (wanted, periods) => {
        const day = nextOpenDay(wanted, periods)
        for (let skipped = wanted; skipped < day; skipped = addDays(skipped, 1)) {
          expect(isOpenDay(skipped, periods)).toBe(false)
        }
      }),
    )
  })

  test('goes past a weekend and the unit’s holidays to the next workday', () => {
    expect(proposePlan(['M0', 'M1'], '2026-05-13', [])).toEqual({ M0: '2026-06-15', M1: '2026-07-13' })
    const summer = [{ startsOn: '2026-06-29', endsOn: '2026-07-31' }]
    expect(proposePlan(['M0', 'M1'], '2026-05-13', summer)).toEqual({ M0: '2026-06-15', M1: '2026-08-03' })
    expect(weekday('2026-08-03')).toBe(1)
  })

  test('of a unit that never opens keeps the day', () => {
    expect(nextOpenDay(today, [{ startsOn: '2020-01-01', endsOn: '2040-01-01' }])).toBe(today)
  })
})

test('late is what has passed its day and is not walked, the earliest first', () => {
  const days = { M0: '2026-05-11', M1: '2026-05-12', M2: '2026-04-01', M3: '2026-03-01' }
  expect(lateModules(days, (id) => id === 'M3', today)).toEqual(['M2', 'M0'])
  expect(lateModules({}, () => false, today)).toEqual([])
})
