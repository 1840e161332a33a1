import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { recordObservations, setTarget, withdrawTarget } from '#app/features/indicators/commands.server.ts'
import { findIndicatorFor, listGoalTreeFor } from '#app/features/indicators/queries.server.ts'
import type { Observation } from '#app/features/indicators/rules/words.ts'
import { newId } from '#app/kernel/ids.ts'
import { units } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, type Unit } from '#tests/support/factories.ts'

// Tests live on 14 April 2026: the running quarter is the second of 2026, the last four began in July 2025.
const thisQuarter = '2026-04-10'

/** A region with an area of two wards, and an education lead of the region. */
async function aRegion(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Norrsjö' })
  const area = await aUnit(ctx, { kind: 'area', name: 'Område Norrsjö', parent: region })
  const small = await aUnit(ctx, { name: 'Östra avdelningen', parent: area })
  const large = await aUnit(ctx, { name: 'Avdelning 41', parent: area })
  const elsa = await aPersonWith(ctx, 'education_lead', { unit: region })
  return { region, area, small, large, elsa }
}

function given(unit: Unit, numerator: number, denominator: number, more: Partial<Observation> = {}): Observation {
  const base = { indicatorId: 'I1.6.1', strand: 'main', group: 'student', day: thisQuarter } as const
  return { ...base, unitId: unit.id, numerator, denominator, ...more }
}

test('an area reads 59 of 110 from its wards, in alphabetical order', async ({ ctx }) => {
  const { area, small, large, elsa } = await aRegion(ctx)
  await recordObservations(ctx, [given(small, 9, 10), given(large, 50, 100)])
  const file = await findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: area.id, locale: 'sv' }, ctx)
  expect(file.value).toEqual({ state: 'shown', shown: { numerator: 59, denominator: 110, answers: 110 } })
  expect(file.status).toEqual({ name: 'not_met', uncertain: false })
  expect(file.target?.target).toEqual({ comparator: '>', numerator: 9, denominator: 10 })
  expect(file.units.map((unit) => [unit.title, unit.status.name])).toEqual([
    ['Avdelning 41', 'not_met'],
    ['Östra avdelningen', 'not_met'],
  ])
})

test('a ward with three answers is hidden, and the area does not count them until they have company', async ({ ctx }) => {
  const { area, small, large, elsa } = await aRegion(ctx)
  await recordObservations(ctx, [given(large, 11, 12), given(small, 3, 3)])
  const read = () => findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: area.id, locale: 'sv' }, ctx)
  const before = await read()
  expect(before.value).toMatchObject({ shown: { numerator: 11, denominator: 12 } })
  expect(before.units.find((unit) => unit.id === small.id)).toMatchObject({
    sum: { state: 'hidden' },
    status: { name: 'hidden' },
  })
  await recordObservations(ctx, [given(small, 0, 2)])
  const after = await read()
  expect(after.value).toMatchObject({ shown: { numerator: 14, denominator: 17 } })
  expect(after.units.find((unit) => unit.id === small.id)?.sum).toMatchObject({ shown: { numerator: 3, denominator: 5 } })
})

test('nothing that leaves the store tells how many answers wait', async ({ ctx }) => {
  const { area, small, elsa } = await aRegion(ctx)
  const read = async () =>
    JSON.stringify([
      await findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: area.id, locale: 'sv' }, ctx),
      await findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: small.id, locale: 'sv' }, ctx),
      await listGoalTreeFor(elsa, { unitId: small.id, locale: 'sv' }, ctx),
    ])
  await recordObservations(ctx, [given(small, 1, 1)])
  const one = await read()
  await recordObservations(ctx, [given(small, 3, 3)])
  expect(await read()).toBe(one)
})

test('groups stand side by side, small strands beside the value and never in it', async ({ ctx }) => {
  const { small, elsa } = await aRegion(ctx)
  const visit = { indicatorId: 'CL8', group: 'system', strand: 'main' } as const
  const plans = { indicatorId: 'CL8', group: 'guest', strand: 'leading' } as const
  await recordObservations(ctx, [given(small, 1, 2, visit), given(small, 6, 6, plans)])
  const file = await findIndicatorFor(elsa, { indicatorId: 'CL8', unitId: small.id, locale: 'en' }, ctx)
  expect(file.value).toMatchObject({ shown: { numerator: 1, denominator: 2 } })
  expect(file.beside).toMatchObject([{ strand: 'leading', sum: { shown: { numerator: 6, denominator: 6 } } }])
  expect(file.beside[0]?.title).toBe('Have decided on something to try or improve, Guests')
})

test('a hidden group takes no part in the joint value', async ({ ctx }) => {
  const { small, elsa } = await aRegion(ctx)
  const purpose = { indicatorId: 'CL1' } as const
  await recordObservations(ctx, [
    given(small, 5, 6, { ...purpose, group: 'guest' }),
    given(small, 1, 3, { ...purpose, group: 'host' }),
  ])
  const file = await findIndicatorFor(elsa, { indicatorId: 'CL1', unitId: small.id, locale: 'sv' }, ctx)
  expect(file.value).toMatchObject({ shown: { numerator: 5, denominator: 6 } })
  expect(file.groups.map((group) => [group.id, group.sum.state])).toEqual([
    ['guest', 'shown'],
    ['host', 'hidden'],
  ])
})

test('the response rate of the evaluations stands beside what came from them', async ({ ctx }) => {
  const { small, elsa } = await aRegion(ctx)
  await recordObservations(ctx, [
    given(small, 5, 6, { indicatorId: 'CL1', group: 'guest' }),
    given(small, 6, 9, { indicatorId: 'CL6', group: 'guest' }),
  ])
  const file = await findIndicatorFor(elsa, { indicatorId: 'CL1', unitId: small.id, locale: 'sv' }, ctx)
  expect(file.rate).toMatchObject({ shown: { numerator: 6, denominator: 9 } })
})

test('a high share without a number has no verdict until somebody sets a target and says why', async ({ ctx }) => {
  const { region, small, elsa } = await aRegion(ctx)
  await recordObservations(ctx, [given(small, 8, 10, { indicatorId: 'I1.6.3' })])
  const read = () => findIndicatorFor(elsa, { indicatorId: 'I1.6.3', unitId: small.id, locale: 'sv' }, ctx)
  expect((await read()).status.name).toBe('no_target')
  const reason = 'Så förberedda var handledarna i fjol.'
  const target = { id: newId(), indicatorId: 'I1.6.3', unitId: region.id, reason, language: 'sv' }
  await setTarget(elsa, { ...target, comparator: '>', limitTenths: 750 }, ctx)
  await setTarget(elsa, { ...target, comparator: '>', limitTenths: 750 }, ctx)
  const file = await read()
  expect(file.status.name).toBe('met')
  expect(file.target).toMatchObject({ unitName: 'Region Norrsjö', row: { reason, setName: elsa.name } })
  await withdrawTarget(
    elsa,
    { ...target, id: newId(), reason: 'Vi vill se ett år till först.' },
    ctx.at('2026-04-15T08:00:00Z'),
  )
  expect((await read()).status.name).toBe('no_target')
  const history = (await findIndicatorFor(elsa, { indicatorId: 'I1.6.3', unitId: region.id, locale: 'sv' }, ctx)).history
  expect(history.map((row) => row.target?.numerator ?? null)).toEqual([null, 3])
})

test('managers set no targets, impossible limits are refused, and another’s form id is not found', async ({ ctx }) => {
  const { small, elsa } = await aRegion(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: small })
  const target = {
    id: newId(),
    indicatorId: 'I1.6.3',
    unitId: small.id,
    reason: 'Det vill vi nå i år.',
    language: 'sv',
    comparator: '>' as const,
    limitTenths: 800,
  }
  await expect(setTarget(manager, target, ctx)).rejects.toThrow('forbidden')
  await expect(setTarget(elsa, { ...target, limitTenths: 1001 }, ctx)).rejects.toThrow('indicators_error_limit_range')
  await expect(setTarget(elsa, { ...target, indicatorId: 'I1.2.1' }, ctx)).rejects.toThrow('indicators_error_no_number')
  await expect(setTarget(await anOutsider(ctx), target, ctx)).rejects.toThrow('not_found')
  await setTarget(elsa, target, ctx)
  await expect(setTarget(await anAdmin(ctx), target, ctx)).rejects.toThrow('not_found')
})

test('what one may not see is not found: the ward next door, a unit of others, an indicator that is none', async ({ ctx }) => {
  const { area, small, large, elsa } = await aRegion(ctx)
  const karin = await aPersonWith(ctx, 'member', { unit: small })
  const read = (unitId: string) => findIndicatorFor(karin, { indicatorId: 'I1.6.1', unitId, locale: 'sv' }, ctx)
  await expect(read(large.id)).rejects.toThrow('not_found')
  await expect(read((await aUnit(ctx)).id)).rejects.toThrow('not_found')
  await expect(findIndicatorFor(elsa, { indicatorId: 'I9.9.9', locale: 'sv' }, ctx)).rejects.toThrow('not_found')
  const file = await read(area.id)
  expect(
    file.units.map((unit) => unit.id),
    'only her own ward is listed',
  ).toEqual([small.id])
  expect(file.around.hasOthersBelow).toBe(true)
})

test('the tree opens at the reader’s own unit, counts its states, and proposes the target to set', async ({ ctx }) => {
  const { region, small, large, elsa } = await aRegion(ctx)
  await recordObservations(ctx, [
    given(large, 95, 100),
    given(small, 5, 6, { indicatorId: 'I1.6.3' }),
    given(small, 2, 3, { indicatorId: 'I1.3.2' }),
  ])
  const tree = await listGoalTreeFor(elsa, { locale: 'sv' }, ctx)
  expect(tree?.around.unit.id).toBe(region.id)
  expect(tree?.counts).toEqual({ met: 1, not_met: 0, no_target: 1, no_data: 23, hidden: 1 })
  expect(tree?.toSet?.id).toBe('I1.6.3')
})

test('somebody who belongs to no unit gets no tree; an admin begins at the first top of the organisation', async ({ ctx }) => {
  await aRegion(ctx)
  expect(await listGoalTreeFor(await anOutsider(ctx), { locale: 'sv' }, ctx)).toBeNull()
  expect((await listGoalTreeFor(await anAdmin(ctx), { locale: 'sv' }, ctx))?.around.lineage.length).toBe(1)
})

test('a small ward’s chart pools the quarters that wait, and says which still do', async ({ ctx }) => {
  const { small, elsa } = await aRegion(ctx)
  for (const day of ['2024-11-02', '2025-05-02', '2025-08-02', '2025-11-02', '2026-02-02']) {
    await recordObservations(ctx, [given(small, 3, 4, { day })])
  }
  const file = await findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: small.id, locale: 'sv' }, ctx)
  const years = (quarter: number) => [Math.floor(quarter / 4), (quarter % 4) + 1]
  expect(file.points.map(({ period, shown }) => [years(period.from), years(period.to), shown.answers])).toEqual([
    [[2024, 4], [2025, 2], 8],
    [[2025, 3], [2025, 4], 8],
  ])
  expect(file.waiting && years(file.waiting.from)).toEqual([2026, 1])
})

test('reading an indicator takes one query', async ({ ctx }) => {
  const { area, elsa } = await aRegion(ctx)
  let queries = 0
  const counting = new Proxy(ctx.db, {
    get(target, name) {
      if (name === 'execute' || name === 'select') queries += 1
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  await findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: area.id, locale: 'sv' }, { ...ctx, db: counting })
  expect(queries).toBe(1)
})

test('a closed unit is listed for as long as it has something to tell', async ({ ctx }) => {
  const { area, small, large, elsa } = await aRegion(ctx)
  await recordObservations(ctx, [given(small, 9, 10)])
  await ctx.db.update(units).set({ closedAt: ctx.now }).where(sql`id in (${small.id}, ${large.id})`)
  const file = await findIndicatorFor(elsa, { indicatorId: 'I1.6.1', unitId: area.id, locale: 'sv' }, ctx)
  expect(file.units.map((unit) => unit.id)).toEqual([small.id])
})
