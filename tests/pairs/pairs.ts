// A unit with people who walk, or do not walk, a path there.
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'

export const pathId = 'learn-to-teach-on'

/** Samira teaches others, Elsa leads the unit, Yusuf is a colleague. Nobody walks yet. */
export async function aUnitWithPeople(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Öst' })
  const unit = await aUnit(ctx, { name: 'Rehabavdelningen Tallbacken', parent: region })
  const samira = await aPersonWith(ctx, 'resource_person', { unit }, await aUser(ctx, { name: 'Samira Nilsson' }))
  const elsa = await aPersonWith(ctx, 'unit_manager', { unit }, await aUser(ctx, { name: 'Elsa Öberg' }))
  const yusuf = await aPersonWith(ctx, 'member', { unit }, await aUser(ctx, { name: 'Yusuf Demir' }))
  const tove = await aPersonWith(ctx, 'education_lead', { unit: region }, await aUser(ctx, { name: 'Tove Mæhlum' }))
  return { unit, samira, elsa, yusuf, tove }
}

/** Samira has asked Elsa, who has said yes. */
export async function aPair(ctx: TestCtx) {
  const people = await aUnitWithPeople(ctx)
  const { unit, samira, elsa } = people
  return { ...people, pairId: await walking(samira, elsa, unit.id, ctx) }
}

export async function walking(resource: Person, leader: Person, unitId: string, ctx: TestCtx): Promise<string> {
  const pairId = newId()
  await startPair(resource, { id: pairId, pathId, unitId, as: 'resource_person', colleagueId: leader.id }, ctx)
  await acceptPair(leader, { pairId }, ctx)
  return pairId
}
