import { expect, test } from 'vitest'
import { canAskForOwnRow, canDecideCounting, canKeepRegister } from '#app/features/training/policy.ts'
import { type Actor, type RoleKind, roleKinds, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const lineage = ['region', 'clinic', 'ward']
const holding = (kind: RoleKind, unitId: string) => somebody([roleAt(kind, unitId)])
const who = (may: (actor: Actor, lineage: readonly string[]) => boolean, unitId: string) =>
  roleKinds.filter((kind) => kind !== 'admin' && may(holding(kind, unitId), lineage))

test('a register is kept by those who answer for the unit or lead the education above it', () => {
  expect(who(canKeepRegister, 'ward')).toEqual(['education_lead', 'unit_manager'])
  expect(who(canKeepRegister, 'region')).toEqual(['education_lead', 'unit_manager'])
  expect(canKeepRegister(somebody([{ kind: 'admin', unitId: null, visitId: null }]), lineage)).toBe(true)
})

test('the manager of another unit, an outsider, a guest and a visitor keep nothing and ask for nothing', () => {
  const guest = somebody([{ kind: 'guest', unitId: null, visitId: 'visit' }])
  for (const actor of [
    holding('unit_manager', 'other ward'),
    holding('education_lead', 'elsewhere'),
    somebody(),
    guest,
    visitor,
  ]) {
    expect(canKeepRegister(actor, lineage)).toBe(false)
    expect(canAskForOwnRow(actor, lineage)).toBe(false)
    expect(canDecideCounting(actor, lineage)).toBe(false)
  }
})

test('everybody who works at the unit may ask for their own row, and keeps nothing by that', () => {
  expect(canAskForOwnRow(holding('member', 'ward'), lineage)).toBe(true)
  expect(canKeepRegister(holding('member', 'ward'), lineage)).toBe(false)
  expect(canKeepRegister(holding('supervisor', 'ward'), lineage)).toBe(false)
})

test('who is counted is decided by education leads, at the unit or above it', () => {
  expect(who(canDecideCounting, 'ward')).toEqual(['education_lead'])
  expect(who(canDecideCounting, 'region')).toEqual(['education_lead'])
})
