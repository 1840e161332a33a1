import { expect, test } from 'vitest'
import { canCloseUnit, canCreateUnitBelow, canEditUnit, canMoveUnit, canSeeUnit } from '#app/features/units/policy.ts'
import { type Actor, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const [region, clinic, ward] = ['region', 'clinic', 'ward'] as const
const lineage = [region, clinic, ward]
const otherPlace = ['other-region', 'other-clinic']
const admin = somebody([{ kind: 'admin', unitId: null, visitId: null }])
const guest = somebody([{ kind: 'guest', unitId: null, visitId: 'visit' }])

const table: [string, Actor, { edit: boolean; create: boolean; close: boolean; move: boolean }][] = [
  ['a visitor', visitor, { edit: false, create: false, close: false, move: false }],
  ['an outsider', somebody(), { edit: false, create: false, close: false, move: false }],
  ['a guest', guest, { edit: false, create: false, close: false, move: false }],
  ['a member', somebody([roleAt('member', ward)]), { edit: false, create: false, close: false, move: false }],
  ['a supervisor', somebody([roleAt('supervisor', ward)]), { edit: false, create: false, close: false, move: false }],
  ['a coordinator', somebody([roleAt('host_coordinator', ward)]), { edit: true, create: false, close: false, move: false }],
  ['the manager', somebody([roleAt('unit_manager', ward)]), { edit: true, create: true, close: false, move: false }],
  ['the manager above', somebody([roleAt('unit_manager', clinic)]), { edit: true, create: true, close: true, move: false }],
  ['the lead of the unit', somebody([roleAt('education_lead', ward)]), { edit: true, create: true, close: false, move: false }],
  ['the lead above', somebody([roleAt('education_lead', region)]), { edit: true, create: true, close: true, move: true }],
  [
    'a lead elsewhere',
    somebody([roleAt('education_lead', 'other-region')]),
    { edit: false, create: false, close: false, move: false },
  ],
  ['an admin', admin, { edit: true, create: true, close: true, move: true }],
]

test.each(table)('%s', (_who, actor, expected) => {
  expect({
    edit: canEditUnit(actor, lineage),
    create: canCreateUnitBelow(actor, lineage),
    close: canCloseUnit(actor, lineage),
    move: canMoveUnit(actor, lineage, [region]),
  }).toEqual(expected)
})

test('a lead moves units within their own part of the tree, not out of it and not to the top', () => {
  const lead = somebody([roleAt('education_lead', region)])
  expect(canMoveUnit(lead, lineage, [region, 'another-clinic'])).toBe(true)
  expect(canMoveUnit(lead, lineage, otherPlace)).toBe(false)
  expect(canMoveUnit(lead, lineage, [])).toBe(false)
  expect(canMoveUnit(admin, lineage, [])).toBe(true)
})

test('only admins make units at the top', () => {
  expect(canCreateUnitBelow(somebody([roleAt('education_lead', region)]), [])).toBe(false)
  expect(canCreateUnitBelow(admin, [])).toBe(true)
})

test('units that invite are public, closed and silent ones are for people with an account', () => {
  const silent = { isOpen: false, closedAt: null }
  const closed = { isOpen: true, closedAt: new Date('2026-01-01') }
  expect(canSeeUnit(visitor, { isOpen: true, closedAt: null })).toBe(true)
  expect(canSeeUnit(visitor, silent)).toBe(false)
  expect(canSeeUnit(visitor, closed)).toBe(false)
  expect(canSeeUnit(somebody(), silent)).toBe(true)
  expect(canSeeUnit(guest, closed)).toBe(true)
})
