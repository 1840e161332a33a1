import { and, eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { recordObservations } from '#app/features/indicators/commands.server.ts'
import type { Observation } from '#app/features/indicators/rules/words.ts'
import { rowsOf } from '#db/client.server.ts'
import { transaction } from '#db/context.server.ts'
import { observations } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'

function satisfied(unitId: string, numerator: number, denominator: number, given: Partial<Observation> = {}): Observation {
  return { indicatorId: 'CL1', strand: 'main', unitId, group: 'guest', day: '2026-04-14', numerator, denominator, ...given }
}

async function rowAt(ctx: TestCtx, unitId: string, indicatorId = 'CL1') {
  const rows = await ctx.db
    .select()
    .from(observations)
    .where(and(eq(observations.unitId, unitId), eq(observations.indicatorId, indicatorId)))
  expect(rows.length, 'one row for one key').toBe(1)
  return rows[0] as (typeof rows)[number]
}

test('answers of two wards roll up by their sums: 9/10 and 50/100 are 59/110', async ({ ctx }) => {
  const region = await aUnit(ctx, { kind: 'region' })
  const small = await aUnit(ctx, { parent: region })
  const large = await aUnit(ctx, { parent: region })
  await recordObservations(ctx, [satisfied(small.id, 9, 10), satisfied(large.id, 50, 100)])
  expect(await rowAt(ctx, region.id)).toMatchObject({
    numerator: 59,
    denominator: 110,
    shownNumerator: 59,
    shownDenominator: 110,
    ownAnswers: 0,
  })
  expect(await rowAt(ctx, small.id)).toMatchObject({ ownNumerator: 9, ownDenominator: 10, parentId: region.id })
})

test('a quarter shows nothing before five have answered, and moves by five at a time', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const shown: number[] = []
  for (let person = 1; person <= 12; person += 1) {
    await recordObservations(ctx, [satisfied(ward.id, 1, 1)])
    shown.push((await rowAt(ctx, ward.id)).shownAnswers)
  }
  expect(shown).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10])
})

test('two questions of one indicator are shown each when five have answered it', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const pride = satisfied(ward.id, 1, 1, { indicatorId: 'CL4', group: 'host', part: 'HST03' })
  const joy = { ...pride, numerator: 0, part: 'HST04' }
  for (let person = 0; person < 4; person += 1) await recordObservations(ctx, [pride, joy])
  const taken = await recordObservations(ctx, [pride])
  expect(taken).toMatchObject([{ part: 'HST03', waited: 4 }])
  expect(await rowAt(ctx, ward.id, 'CL4')).toMatchObject({
    numerator: 5,
    denominator: 9,
    shownNumerator: 5,
    shownDenominator: 5,
  })
  expect(await recordObservations(ctx, [pride, joy])).toMatchObject([
    { part: 'HST03', waited: 0 },
    { part: 'HST04', waited: 4 },
  ])
  expect(await rowAt(ctx, ward.id, 'CL4')).toMatchObject({ shownNumerator: 5, shownDenominator: 10 })
})

test('visits that the product counts itself are shown from the first', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const visit = satisfied(ward.id, 0, 1, { indicatorId: 'CL7', group: 'system' })
  await recordObservations(ctx, [visit])
  await recordObservations(ctx, [{ ...visit, numerator: 1, denominator: 0 }])
  expect(await rowAt(ctx, ward.id, 'CL7')).toMatchObject({ shownNumerator: 1, shownDenominator: 1 })
})

test('an unknown indicator and half an answer are refused', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  await expect(recordObservations(ctx, [satisfied(ward.id, 1, 1, { indicatorId: 'CL99' })])).rejects.toThrow('CL99')
  await expect(recordObservations(ctx, [satisfied(ward.id, 0.5, 1)])).rejects.toThrow('whole answers')
})

test('forty people answering at once at three wards are all counted', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const region = await aUnit(ctx, { kind: 'region' })
  const wards = [
    await aUnit(ctx, { parent: region }),
    await aUnit(ctx, { parent: region }),
    await aUnit(ctx, { parent: region }),
  ]
  const everybody = Array.from({ length: 40 }, (_, person) =>
    transaction(freshDb.ctx(), (inner) => {
      const mine = wards.map((ward) => satisfied(ward.id, person % 2, 1))
      // Each in another order: writers that lock in the order they were given would wait for each other for ever.
      return recordObservations(inner, person % 2 ? mine : mine.reverse())
    }),
  )
  await Promise.all(everybody)
  expect(await rowAt(ctx, region.id)).toMatchObject({ numerator: 60, denominator: 120, answers: 120, shownAnswers: 120 })
  const [sum] = rowsOf<{ n: number }>(await ctx.db.execute(sql`select sum(own_answers)::int as n from observations`))
  expect(sum?.n).toBe(120)
})
