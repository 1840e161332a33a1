import { expect, test } from 'vitest'
import { canReadIndicators, canSetTarget } from '#app/features/indicators/policy.ts'
import { homeUnitsOf, system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const ward = ['region', 'area', 'ward']
const otherWard = ['region', 'area', 'other']

test('a role at the unit or above it opens the unit', () => {
  for (const place of ward) expect(canReadIndicators(somebody([roleAt('member', place)]), ward, [])).toBe(true)
})

test('whoever works below sees how the area and the region do, and not the ward next door', () => {
  const karin = somebody([roleAt('member', 'ward')])
  expect(homeUnitsOf(karin)).toEqual(['ward'])
  expect(canReadIndicators(karin, ['region', 'area'], [ward])).toBe(true)
  expect(canReadIndicators(karin, ['region'], [ward])).toBe(true)
  expect(canReadIndicators(karin, otherWard, [ward])).toBe(false)
})

test('guests of a visit, visitors and the clock see no indicators; admins see all', () => {
  const guest = somebody([{ kind: 'guest', unitId: 'ward', visitId: 'visit' }])
  expect(homeUnitsOf(guest)).toEqual([])
  expect(canReadIndicators(guest, ward, [])).toBe(false)
  expect(canReadIndicators(visitor, ward, [])).toBe(false)
  expect(canReadIndicators(system, ward, [])).toBe(false)
  expect(canReadIndicators(somebody([{ kind: 'admin', unitId: null, visitId: null }]), ward, [])).toBe(true)
})

test('targets are set by education leads at the unit or above, and by admins', () => {
  expect(canSetTarget(somebody([roleAt('education_lead', 'area')]), ward)).toBe(true)
  expect(canSetTarget(somebody([roleAt('education_lead', 'other')]), ward)).toBe(false)
  expect(canSetTarget(somebody([roleAt('unit_manager', 'ward')]), ward)).toBe(false)
  expect(canSetTarget(somebody([{ kind: 'admin', unitId: null, visitId: null }]), ward)).toBe(true)
})
