import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnOf } from '#app/features/units/rules/turn.ts'

const list = fc.uniqueArray(fc.string(), { maxLength: 40 })

test('a short list is shown whole, in its order', () => {
  expect(turnOf(['a', 'b'], '2027-02-01', 4)).toEqual(['a', 'b'])
})

test('as many as asked for, none twice', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 28 }), (units, count, day) => {
      const shown = turnOf(units, `2027-02-${String(day).padStart(2, '0')}`, count)
      expect(new Set(shown).size).toBe(shown.length)
      expect(shown).toHaveLength(Math.min(count, units.length))
    }),
  )
})

test('tomorrow begins where today ended', () => {
  const units = ['a', 'b', 'c', 'd', 'e']
  const today = turnOf(units, '2027-02-01', 2)
  const tomorrow = turnOf(units, '2027-02-02', 2)
  expect(units.indexOf(tomorrow[0] ?? '')).toBe((units.indexOf(today[1] ?? '') + 1) % units.length)
})
