import { expect, test } from 'vitest'
import {
  canEndRole,
  canGiveRole,
  canRenewGuest,
  canSeeMembers,
  canSeePeople,
  canSuspend,
  rolesToGive,
} from '#app/features/identity/policy.ts'
import { type Actor, roleKinds, system, unitRoleKinds, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const [region, clinic, ward, otherWard] = ['region', 'clinic', 'ward', 'other-ward'] as const
const lineage = [region, clinic, ward]
const admin = somebody([{ kind: 'admin', unitId: null, visitId: null }])
const outsider = somebody()
const guest = somebody([{ kind: 'guest', unitId: null, visitId: 'visit' }])

const nobody: [string, Actor][] = [
  ['a visitor', visitor],
  ['the product itself', system],
  ['an outsider', outsider],
  ['a guest', guest],
  ['a member', somebody([roleAt('member', ward)])],
  ['a supervisor', somebody([roleAt('supervisor', ward)])],
  ['a resource person', somebody([roleAt('resource_person', ward)])],
  ['a manager of another ward', somebody([roleAt('unit_manager', otherWard)])],
]

test.each(nobody)('%s gives no role', (_who, actor) => {
  expect(rolesToGive(actor, lineage)).toEqual([])
  expect(roleKinds.filter((kind) => canGiveRole(actor, kind, lineage))).toEqual([])
})

test('an admin gives every role', () => {
  expect(rolesToGive(admin, lineage)).toEqual([...unitRoleKinds])
  expect(canGiveRole(admin, 'admin', [])).toBe(true)
})

test('nobody else makes an admin', () => {
  for (const kind of roleKinds.filter((each) => each !== 'admin')) {
    expect(canGiveRole(somebody([roleAt(kind, region)]), 'admin', [])).toBe(false)
    expect(canGiveRole(somebody([roleAt(kind, region)]), 'admin', lineage)).toBe(false)
  }
})

test('a unit manager appoints those who do the work, not a manager', () => {
  const manager = somebody([roleAt('unit_manager', ward)])
  expect(rolesToGive(manager, lineage)).toEqual(['host_coordinator', 'resource_person', 'supervisor', 'member'])
})

test('a coordinator brings in colleagues', () => {
  expect(rolesToGive(somebody([roleAt('host_coordinator', ward)]), lineage)).toEqual([
    'resource_person',
    'supervisor',
    'member',
  ])
})

test('a lead appoints leads below their own unit, not beside themselves', () => {
  const lead = somebody([roleAt('education_lead', clinic)])
  expect(canGiveRole(lead, 'education_lead', [region, clinic, ward])).toBe(true)
  expect(canGiveRole(lead, 'education_lead', [region, clinic])).toBe(false)
  expect(canGiveRole(lead, 'unit_manager', [region, clinic])).toBe(true)
  expect(canGiveRole(lead, 'unit_manager', [region])).toBe(false)
})

test('everybody may lay down their own role, and only those who could give it may end another’s', () => {
  const mine = { userId: outsider.id, kind: 'supervisor' as const }
  const theirs = { userId: 'somebody-else', kind: 'supervisor' as const }
  expect(canEndRole(outsider, mine, lineage)).toBe(true)
  expect(canEndRole(outsider, theirs, lineage)).toBe(false)
  expect(canEndRole(somebody([roleAt('unit_manager', ward)]), theirs, lineage)).toBe(true)
  expect(canEndRole(visitor, mine, lineage)).toBe(false)
})

test.each([
  ['a member of the unit', somebody([roleAt('member', ward)]), true],
  ['a lead above', somebody([roleAt('education_lead', region)]), true],
  ['a manager above', somebody([roleAt('unit_manager', clinic)]), true],
  ['an admin', admin, true],
  ['a member of a unit above', somebody([roleAt('member', clinic)]), false],
  ['a member of another ward', somebody([roleAt('member', otherWard)]), false],
  ['a guest', guest, false],
  ['an outsider', outsider, false],
  ['a visitor', visitor, false],
])('who belongs to the ward is seen by %s: %s', (_who, actor, expected) => {
  expect(canSeeMembers(actor, lineage)).toBe(expected)
})

test('a guest’s time is in the hands of the sponsor and the host unit', () => {
  const facts = { sponsorId: 'sponsor', hostLineage: lineage }
  expect(canRenewGuest(somebody([], 'sponsor'), facts)).toBe(true)
  expect(canRenewGuest(somebody([roleAt('host_coordinator', ward)]), facts)).toBe(true)
  expect(canRenewGuest(somebody([roleAt('education_lead', region)]), facts)).toBe(true)
  expect(canRenewGuest(admin, facts)).toBe(true)
  expect(canRenewGuest(guest, facts)).toBe(false)
  expect(canRenewGuest(somebody([roleAt('host_coordinator', otherWard)]), facts)).toBe(false)
  expect(canRenewGuest(visitor, { ...facts, sponsorId: null })).toBe(false)
})

test('only admins see the list of people, and no admin shuts themselves out', () => {
  expect([admin, outsider, guest, visitor].map(canSeePeople)).toEqual([true, false, false, false])
  expect(canSuspend(admin, 'somebody-else')).toBe(true)
  expect(canSuspend(admin, admin.id)).toBe(false)
  expect(canSuspend(outsider, 'somebody-else')).toBe(false)
})
