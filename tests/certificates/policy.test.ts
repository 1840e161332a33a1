import { expect, test } from 'vitest'
import { canAllowAnew, canCarry, canOversee, canSeeCertificate, revokerOf } from '#app/features/certificates/policy.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { system, visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const [region, unit, other, visit] = [newId(), newId(), newId(), newId()]
const samira = somebody([roleAt('resource_person', unit)], newId())
const hers = { personId: samira.id, unit: { lineage: [region, unit] }, revokedAt: null, revokedAs: null, reopenedAt: null }
const gone = { ...hers, personId: null }

const answering = {
  manager: somebody([roleAt('unit_manager', unit)], newId()),
  'education lead above': somebody([roleAt('education_lead', region)], newId()),
  admin: somebody([{ kind: 'admin', unitId: null, visitId: null }], newId()),
}
const without: Record<string, Actor> = {
  visitor,
  system,
  outsider: somebody([], newId()),
  colleague: somebody([roleAt('member', unit)], newId()),
  supervisor: somebody([roleAt('supervisor', unit)], newId()),
  'host coordinator': somebody([roleAt('host_coordinator', unit)], newId()),
  'manager of another unit': somebody([roleAt('unit_manager', other)], newId()),
  guest: somebody([{ kind: 'guest', unitId: null, visitId: visit }], newId()),
  // Their roles have ended; a session gives none of them.
  'removed manager': somebody([], newId()),
}

test.each(Object.entries(answering))(
  'the %s sees a certificate, takes it back as the issuer, and carries it not',
  (_who, actor) => {
    expect(canSeeCertificate(actor, hers)).toBe(true)
    expect(canCarry(actor, hers)).toBe(false)
    expect(revokerOf(actor, hers)).toBe('issuer')
    expect(revokerOf(actor, gone)).toBe('issuer')
  },
)

test.each(Object.entries(without))('the %s sees nothing of it and changes nothing', (_who, actor) => {
  expect(canSeeCertificate(actor, hers)).toBe(false)
  expect(canSeeCertificate(actor, gone)).toBe(false)
  expect(canOversee(actor, [region, unit])).toBe(false)
  expect(revokerOf(actor, hers)).toBeNull()
  expect(canAllowAnew(actor, { ...hers, revokedAs: 'issuer' })).toBe(false)
})

test('the person carries it and takes it back as the holder, also when they lead the unit', () => {
  const leader = { ...answering.manager, id: samira.id }
  for (const one of [samira, leader]) {
    expect(canCarry(one, hers)).toBe(true)
    expect(revokerOf(one, hers)).toBe('holder')
  }
})

test('what is taken back is taken back once', () => {
  const revoked = { ...hers, revokedAt: new Date() }
  for (const one of [samira, ...Object.values(answering)]) expect(revokerOf(one, revoked)).toBeNull()
})

test('a new one after the issuer’s word needs somebody else’s word, once', () => {
  const { manager } = answering
  const taken = { ...hers, revokedAs: 'issuer' } as const
  expect(canAllowAnew(manager, taken)).toBe(true)
  expect(canAllowAnew(manager, { ...taken, reopenedAt: new Date() })).toBe(false)
  expect(canAllowAnew(manager, { ...hers, revokedAs: 'holder' })).toBe(false)
  expect(canAllowAnew({ ...manager, id: samira.id }, taken)).toBe(false)
})
