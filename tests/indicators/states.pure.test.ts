import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quarterOf } from '#app/features/indicators/rules/periods.ts'
import {
  changedPeople,
  firstOpenQuarter,
  isMeasurable,
  periodOf,
  statePoints,
  sumIn,
  waitingAnswers,
} from '#app/features/indicators/rules/states.ts'

const autumn = quarterOf('2026-10-01')
const year = { from: autumn - 3, to: autumn }
const ofRegister = { register: 'hr_registry' as const }

function row(quarter: number, numerator: number, denominator: number, given: object = {}) {
  const shown = { numerator, denominator, answers: denominator + 3 }
  const common = { strand: 'main' as const, group: 'hr_registry' as const, hasAnswers: true, isOwn: false }
  return { ...common, quarter, shown, ...given }
}

test('a quarter can be measured until seven days after its end', () => {
  expect(firstOpenQuarter('2026-10-07')).toBe(autumn - 1)
  expect(firstOpenQuarter('2026-10-08')).toBe(autumn)
  expect(isMeasurable(autumn - 1, '2026-10-07')).toBe(true)
  expect(isMeasurable(autumn - 1, '2026-10-08')).toBe(false)
  expect(isMeasurable(autumn + 1, '2026-12-31')).toBe(false)
  expect(isMeasurable(autumn - 2, '2026-10-01')).toBe(false)
})

test('quarters of a state take each other’s place: the value is the newest one that is over, as many people as are counted', () => {
  const rows = [row(autumn - 2, 80, 100), row(autumn - 1, 90, 100), row(autumn, 5, 6)]
  const period = periodOf(ofRegister, rows, year)
  expect(period).toEqual({ from: autumn - 1, to: autumn - 1 })
  expect(sumIn(ofRegister, rows, period)).toEqual({ state: 'shown', shown: { numerator: 90, denominator: 100, answers: 100 } })
  expect(statePoints('hr_registry', rows, autumn).map((point) => point.shown.numerator)).toEqual([80, 90])
})

test('the running quarter stands in where nothing is over yet, and where all that is counted is the unit’s own', () => {
  const running = { from: autumn, to: autumn }
  expect(periodOf(ofRegister, [row(autumn, 5, 6)], year)).toEqual(running)
  const own = [row(autumn - 1, 9, 10, { isOwn: true }), row(autumn, 10, 10, { isOwn: true })]
  expect(periodOf(ofRegister, own, year)).toEqual(running)
  expect(statePoints('hr_registry', own, autumn)).toHaveLength(2)
  const mixed = [row(autumn - 1, 9, 10), row(autumn, 10, 10, { isOwn: true })]
  expect(periodOf(ofRegister, mixed, year).to).toBe(autumn - 1)
})

test('a state that is hidden says so, one that nobody measured has no data, and other groups stay out of it', () => {
  const hidden = [row(autumn - 1, 0, 0)]
  expect(sumIn(ofRegister, hidden, periodOf(ofRegister, hidden, year))).toEqual({ state: 'hidden' })
  expect(sumIn(ofRegister, [], year)).toEqual({ state: 'no_data' })
  const others = [row(autumn - 1, 7, 10, { group: 'supervisor' })]
  expect(sumIn(ofRegister, others, periodOf(ofRegister, others, year))).toEqual({ state: 'no_data' })
})

test('indicators of answers are summed over the four quarters as before', () => {
  const rows = [row(autumn - 4, 1, 1), row(autumn - 3, 9, 10), row(autumn, 50, 100)]
  expect(periodOf({}, rows, year)).toEqual(year)
  expect(sumIn({}, rows, year)).toMatchObject({ shown: { numerator: 59, denominator: 110 } })
})

const ids = fc.uniqueArray(fc.nat(12).map(String))
const state = fc
  .tuple(ids, fc.func(fc.boolean()))
  .map(([counted, has]) => ({ counted, reached: counted.filter((id) => has(id)) }))

test('changes are counted in people, the same there and back, and never fewer than the numbers moved', () => {
  fc.assert(
    fc.property(state, state, (a, b) => {
      const changed = changedPeople(a, b)
      expect(changedPeople(b, a)).toBe(changed)
      expect(changedPeople(a, a)).toBe(0)
      expect(changed).toBeGreaterThanOrEqual(Math.abs(a.counted.length - b.counted.length))
      expect(changed).toBeGreaterThanOrEqual(Math.abs(a.reached.length - b.reached.length))
    }),
  )
})

test('a state that everybody has left shows no share', () => {
  const left = [row(autumn - 1, 0, 0, { shown: { numerator: 0, denominator: 0, answers: 12 } })]
  expect(sumIn(ofRegister, left, periodOf(ofRegister, left, year))).toEqual({ state: 'hidden' })
  expect(statePoints('hr_registry', left, autumn)).toEqual([])
})

test('somebody with several things counted is one person, whichever of them changes', () => {
  const before = { counted: ['samira', 'samira', 'yusuf'], reached: ['samira'] }
  expect(changedPeople(before, { counted: ['yusuf', 'samira', 'samira'], reached: ['samira'] })).toBe(0)
  expect(changedPeople(before, { counted: ['samira', 'samira', 'yusuf'], reached: ['samira', 'samira'] })).toBe(1)
  expect(changedPeople(before, { counted: ['samira', 'samira', 'samira', 'yusuf'], reached: ['samira'] })).toBe(1)
  expect(waitingAnswers(2, ['samira', 'samira', 'samira', 'yusuf', 'yusuf'], 5)).toBe(2)
  expect(waitingAnswers(5, ['samira', 'samira', 'samira', 'samira', 'yusuf'], 5)).toBe(4)
})

test('with things as with people: no change is no change, and as many have changed there as back', () => {
  const several = fc.array(fc.nat(5).map(String), { maxLength: 12 })
  const things = several.chain((counted) => fc.subarray(counted).map((reached) => ({ counted, reached })))
  fc.assert(
    fc.property(things, things, (a, b) => {
      expect(changedPeople(a, a)).toBe(0)
      expect(changedPeople(b, a)).toBe(changedPeople(a, b))
      const people = new Set([...a.counted, ...b.counted])
      const differs = (id: string) =>
        [a.counted, a.reached].map((ids) => ids.filter((one) => one === id).length).join() !==
        [b.counted, b.reached].map((ids) => ids.filter((one) => one === id).length).join()
      expect(changedPeople(a, b)).toBe([...people].filter(differs).length)
    }),
  )
})
