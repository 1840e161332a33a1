import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { countRegister, countRegisters } from '#app/features/training/commands/count-registers.server.ts'
import { decideCounting } from '#app/features/training/commands/decide-counting.server.ts'
import { findRegisterFor } from '#app/features/training/queries/register.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { observations, units } from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { anEmployee, aRegister, aWard } from './registers.ts'

const spring = 2026 * 4 + 1

async function shownAt(ctx: TestCtx, unitId: string) {
  const rows = await ctx.db.select().from(observations).where(eq(observations.unitId, unitId))
  return rows.map(({ quarter, shownNumerator, shownDenominator }) => [quarter, shownNumerator, shownDenominator])
}

test('a manager counts the register now: it shows at ward and region, and counting again replaces it', async ({ ctx }) => {
  const { region, ward, manager } = await aWard(ctx)
  await aRegister(ctx, ward, 9, 1)
  await anEmployee(ctx, ward, { supervising: 'neither' })
  expect(await countRegister(manager, { unitId: ward.id }, ctx)).toBe('shown')
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 9, 10]])
  await aRegister(ctx, ward, 10, 0)
  expect(await countRegister(manager, { unitId: ward.id }, ctx.at('2026-05-04T08:00:00Z'))).toBe('shown')
  expect(await shownAt(ctx, ward.id)).toEqual([[spring, 19, 20]])
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 19, 20]])
  const { told, count, status } = await findRegisterFor(manager, ward.id, 'sv', ctx)
  expect(told).toMatchObject({ onDay: '2026-05-04', numerator: 19, denominator: 20, isShown: true })
  expect({ count, status }).toEqual({ count: { numerator: 19, denominator: 20 }, status: 'met' })
})

test('exactly 90 % in the register is not more than 90 %', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  await aRegister(ctx, ward, 9, 1)
  expect((await findRegisterFor(manager, ward.id, 'sv', ctx)).status).toBe('not_met')
})

test('a change of one person is exact in the register and waits at the indicator', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  await aRegister(ctx, ward, 9, 1)
  await countRegister(manager, { unitId: ward.id }, ctx)
  await anEmployee(ctx, ward, { took: [[1, '2026-04-01']] })
  expect(await countRegister(manager, { unitId: ward.id }, ctx)).toBe('waits')
  expect(await shownAt(ctx, ward.id)).toEqual([[spring, 9, 10]])
  expect((await findRegisterFor(manager, ward.id, 'sv', ctx)).told).toMatchObject({ numerator: 10, isShown: false })
})

test('in the first nights of a quarter every register is counted as it was on the last day of the one before', async ({
  ctx,
}) => {
  const { region, ward } = await aWard(ctx)
  await aRegister(ctx, ward, 6, 0)
  await anEmployee(ctx, ward, { employedFrom: '2026-07-01', took: [[1, '2025-02-03']] })
  await countRegisters(ctx.at('2026-06-30T01:10:00Z'))
  expect(await shownAt(ctx, region.id)).toEqual([])
  await countRegisters(ctx.at('2026-07-01T01:10:00Z'))
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 6, 6]])
  // Written down late, on the sixth: six more had taken the course in June.
  for (let person = 0; person < 6; person += 1) await anEmployee(ctx, ward, { took: [[1, '2026-06-20']] })
  await countRegisters(ctx.at('2026-07-07T01:10:00Z'))
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 12, 12]])
  await aRegister(ctx, ward, 0, 6)
  await countRegisters(ctx.at('2026-07-08T01:10:00Z'))
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 12, 12]])
})

test('the region’s definition decides what is counted for the indicator', async ({ ctx }) => {
  const { region, ward, lead, manager } = await aWard(ctx)
  await aRegister(ctx, ward, 6, 0)
  for (let person = 0; person < 6; person += 1) await anEmployee(ctx, ward, { supervising: 'neither' })
  const everybody = { id: newId(), unitId: region.id, base: 'everybody' as const, basicStep: 1, validFrom: '2026-04-14' }
  await decideCounting(lead, { ...everybody, language: 'sv', reason: 'Alla ska kunna ta emot en elev.' }, ctx)
  await countRegister(manager, { unitId: ward.id }, ctx)
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 6, 12]])
})

test('after a move the quarter stays where it was counted, and the manager is told so', async ({ ctx }) => {
  const { region, ward, manager } = await aWard(ctx)
  await aRegister(ctx, ward, 6, 0)
  await countRegister(manager, { unitId: ward.id }, ctx)
  const elsewhere = await aUnit(ctx)
  await ctx.db
    .update(units)
    .set({ parentId: elsewhere.id, lineage: [elsewhere.id, ward.id] })
    .where(eq(units.id, ward.id))
  await aRegister(ctx, ward, 6, 0)
  const counting = countRegister(manager, { unitId: ward.id }, ctx)
  await expect(counting).rejects.toMatchObject({ reason: 'training_error_moved' })
  expect(await shownAt(ctx, region.id)).toEqual([[spring, 6, 6]])
  expect(await shownAt(ctx, elsewhere.id)).toEqual([])
})

test('nobody but those who keep a register counts it', async ({ ctx }) => {
  const { ward } = await aWard(ctx)
  const samira = await aPersonWith(ctx, 'supervisor', { unit: ward })
  for (const stranger of [samira, await anOutsider(ctx)]) {
    await expect(countRegister(stranger, { unitId: ward.id }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  }
})
