import { inArray, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { handUpWaiting, recordObservations } from '#app/features/indicators/commands.server.ts'
import { verifyRollUp } from '#app/features/indicators/queries.server.ts'
import { emptyCut, takeIn } from '#app/features/indicators/rules/cuts.ts'
import { firstDayOf, quarterOf } from '#app/features/indicators/rules/periods.ts'
import type { RespondentGroup } from '#app/features/indicators/rules/words.ts'
import { observationCuts, observations, units } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, type Unit } from '#tests/support/factories.ts'
import { peopleIn, smallestFindable } from './disclosure.ts'

const start = quarterOf('2026-01-01')
const mostPeople = 48

type Move =
  | { do: 'answer'; unit: number; people: number; group: RespondentGroup }
  | { do: 'next_quarter' }
  | { do: 'reorganise'; ward: number; area: number }

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        unit: fc.nat(6),
        people: fc.integer({ min: 1, max: 4 }),
        group: fc.constantFrom<RespondentGroup>('guest', 'guest', 'host'),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('next_quarter' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reorganise' as const), ward: fc.nat(3), area: fc.nat(1) }) },
  ),
  { minLength: 12, maxLength: 40 },
)

/** A region with two areas of two wards each: 0 the region, 1–2 the areas, 3–6 the wards. */
async function anOrganisation(ctx: TestCtx): Promise<Unit[]> {
  const region = await aUnit(ctx, { kind: 'region' })
  const areas = [await aUnit(ctx, { parent: region, kind: 'area' }), await aUnit(ctx, { parent: region, kind: 'area' })]
  const wards: Unit[] = []
  for (const parent of areas) wards.push(await aUnit(ctx, { parent }), await aUnit(ctx, { parent }))
  return [region, ...areas, ...wards]
}

async function everythingShown(ctx: TestCtx, tree: readonly Unit[]): Promise<bigint[]> {
  const rows = await ctx.db
    .select({ shown: observations.shownNumerator })
    .from(observations)
    .where(
      inArray(
        observations.unitId,
        tree.map((unit) => unit.id),
      ),
    )
  return rows.map((row) => BigInt(row.shown)).filter((number) => number > 0n)
}

/** Plays the moves on the real store; tells every number shown at any moment, and how many people answered. */
async function play(ctx: TestCtx, list: readonly Move[]): Promise<{ seen: Set<bigint>; people: number }> {
  const tree = await anOrganisation(ctx)
  const seen = new Set<bigint>()
  let quarter = start
  let people = 0
  for (const move of list) {
    if (move.do === 'answer') {
      const count = Math.min(move.people, mostPeople - people)
      if (count === 0) continue
      let sum = 0
      for (let person = 0; person < count; person += 1) sum += 2 ** (people + person)
      people += count
      const unitId = (tree[move.unit] as Unit).id
      const given = { indicatorId: 'CL1', strand: 'main' as const, unitId, group: move.group, day: firstDayOf(quarter) }
      await recordObservations(ctx, [{ ...given, numerator: sum, denominator: sum, answers: count }])
    }
    if (move.do === 'next_quarter') {
      quarter += 1
      await handUpWaiting(ctx.at(`${firstDayOf(quarter)}T12:00:00Z`))
    }
    if (move.do === 'reorganise') {
      const area = tree[1 + move.area] as Unit
      const ward = tree[3 + move.ward] as Unit
      await ctx.db
        .update(units)
        .set({ parentId: area.id, lineage: [...area.lineage, ward.id] })
        .where(sql`${units.id} = ${ward.id}`)
    }
    for (const number of await everythingShown(ctx, tree)) seen.add(number)
  }
  return { seen, people }
}

test('the attack works: eight at the area and five at one ward are three at the other', () => {
  const ward = 0b11111n
  const area = 0b11111111n
  expect(smallestFindable([ward, area], 8)).toBe(3)
  expect(smallestFindable([ward, area, 0b111111n], 8)).toBe(1)
  expect(peopleIn(area)).toBe(8)
})

test('whoever keeps every number ever shown can still find nobody in a group of fewer than five', async ({ ctx }) => {
  let shown = 0
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      const { seen, people } = await play(ctx, list)
      shown += seen.size
      expect(smallestFindable(seen, people)).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 12 },
  )
  expect(shown, 'the plays showed something to attack').toBeGreaterThan(12)
  expect(await verifyRollUp(ctx), 'and everything still adds up').toEqual([])
}, 120_000)

test('the statement that counts does what the rule says, answer by answer', async ({ ctx }) => {
  const given = fc.record({ numerator: fc.nat(4), answers: fc.nat(4), later: fc.nat(1) })
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 12 }), async (list) => {
      const ward = await aUnit(ctx)
      let quarter = start
      let cut = emptyCut(quarter)
      for (const { numerator, answers, later } of list) {
        quarter += later
        const tally = { numerator: Math.min(numerator, answers), denominator: answers, answers }
        const taken = takeIn(cut, tally, quarter, 5)
        cut = taken.cut
        const { denominator } = tally
        const observation = { indicatorId: 'CL2', strand: 'main' as const, unitId: ward.id, group: 'guest' as const }
        await recordObservations(ctx, [
          { ...observation, numerator: tally.numerator, denominator, answers, day: firstDayOf(quarter) },
        ])
        const [row] = await ctx.db.select().from(observationCuts).where(sql`unit_id = ${ward.id}`)
        expect(row).toMatchObject({
          numerator: cut.all.numerator,
          answers: cut.all.answers,
          shownNumerator: cut.shown.numerator,
          shownAnswers: cut.shown.answers,
          stepAnswers: taken.step?.answers ?? 0,
        })
        if (taken.step) expect(row?.stepQuarter).toBe(taken.step.quarter)
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('two wards with four guests each are hidden, and their region shows the eight when the quarter is over', async ({
  ctx,
}) => {
  const [region, , , first, second] = (await anOrganisation(ctx)) as [Unit, Unit, Unit, Unit, Unit]
  for (const ward of [first, second]) {
    const given = { indicatorId: 'CL1', strand: 'main' as const, unitId: ward.id, group: 'guest' as const }
    await recordObservations(ctx, [{ ...given, day: '2026-02-10', numerator: 3, denominator: 4 }])
  }
  const shownAt = async (unit: Unit) => {
    const rows = await ctx.db.select().from(observations).where(sql`unit_id = ${unit.id}`)
    return rows.reduce((sum, row) => sum + row.shownAnswers, 0)
  }
  expect(await shownAt(region)).toBe(0)
  await handUpWaiting(ctx.at('2026-04-01T03:00:00Z'))
  expect([await shownAt(region), await shownAt(first), await shownAt(second)]).toEqual([8, 0, 0])
  await handUpWaiting(ctx.at('2026-04-02T03:00:00Z'))
  expect(await shownAt(region), 'once').toBe(8)
  expect(await verifyRollUp(ctx)).toEqual([])
})

test('three answers that waited two years are counted at the area, together with the next two', async ({ ctx }) => {
  const [, area, , ward] = (await anOrganisation(ctx)) as [Unit, Unit, Unit, Unit]
  const given = { indicatorId: 'CL1', strand: 'main' as const, group: 'guest' as const }
  await recordObservations(ctx, [{ ...given, unitId: ward.id, day: '2024-02-10', numerator: 3, denominator: 3 }])
  await handUpWaiting(ctx.at('2025-12-31T03:00:00Z'))
  const cutOf = async (unit: Unit) => (await ctx.db.select().from(observationCuts).where(sql`unit_id = ${unit.id}`))[0]
  expect((await cutOf(ward))?.answers).toBe(3)
  await handUpWaiting(ctx.at('2026-01-01T03:00:00Z'))
  expect((await cutOf(ward))?.answers).toBe(0)
  await recordObservations(ctx, [{ ...given, unitId: area.id, day: '2026-02-01', numerator: 1, denominator: 2 }])
  expect(await cutOf(area)).toMatchObject({ shownNumerator: 4, shownAnswers: 5 })
  expect(await verifyRollUp(ctx)).toEqual([])
})

test('after answers were handed up, the next observation tells that none of them waits any more', async ({ ctx }) => {
  const [, , , first, second] = (await anOrganisation(ctx)) as [Unit, Unit, Unit, Unit, Unit]
  const given = { indicatorId: 'CL1', strand: 'main' as const, group: 'guest' as const, part: 'GST01', day: '2026-02-10' }
  for (const ward of [first, second]) {
    await recordObservations(ctx, [{ ...given, unitId: ward.id, numerator: 3, denominator: 4 }])
  }
  await handUpWaiting(ctx.at('2026-04-01T03:00:00Z'))
  const taken = await recordObservations(ctx, [{ ...given, unitId: first.id, day: '2026-04-02', numerator: 1, denominator: 1 }])
  expect(taken).toMatchObject([{ part: 'GST01', waited: 0 }])
})

test('moving a ward leaves last year’s report of both areas as it was', async ({ ctx }) => {
  const [region, oldArea, newArea, ward] = (await anOrganisation(ctx)) as [Unit, Unit, Unit, Unit]
  const given = { indicatorId: 'CL1', strand: 'main' as const, unitId: ward.id, group: 'guest' as const }
  await recordObservations(ctx, [{ ...given, day: '2025-05-10', numerator: 6, denominator: 6 }])
  await ctx.db
    .update(units)
    .set({ parentId: newArea.id, lineage: [region.id, newArea.id, ward.id] })
    .where(sql`${units.id} = ${ward.id}`)
  await recordObservations(ctx, [{ ...given, day: '2026-05-10', numerator: 5, denominator: 7 }])
  const rows = await ctx.db.select().from(observations)
  const at = (unit: Unit) =>
    rows.filter((row) => row.unitId === unit.id).map((row) => [row.quarter - start, row.shownNumerator, row.shownDenominator])
  expect(at(oldArea)).toEqual([[-3, 6, 6]])
  expect(at(newArea)).toEqual([[1, 5, 7]])
  expect(at(region).sort()).toEqual([
    [-3, 6, 6],
    [1, 5, 7],
  ])
  expect(await verifyRollUp(ctx)).toEqual([])
})

test('a count that was tampered with is found', async ({ ctx }) => {
  const [region, , , ward] = (await anOrganisation(ctx)) as [Unit, Unit, Unit, Unit]
  const given = { indicatorId: 'CL1', strand: 'main' as const, unitId: ward.id, group: 'guest' as const }
  await recordObservations(ctx, [{ ...given, day: '2026-05-10', numerator: 6, denominator: 6 }])
  await ctx.db.execute(sql`update observations set numerator = numerator + 1 where unit_id = ${region.id}`)
  expect(await verifyRollUp(ctx)).toMatchObject([{ check: 'roll_up', unitId: region.id, indicatorId: 'CL1' }])
})
