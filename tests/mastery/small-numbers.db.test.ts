import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { verifyRollUp } from '#app/features/indicators/queries.server.ts'
import { countClosedRatings, handUpRatings } from '#app/features/mastery/commands.server.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  jointSteps,
  learningPairs,
  masteryRatings,
  masteryShown,
  masteryWaiting,
  observations,
  pairLeaders,
} from '#db/schema/index.ts'
import { peopleIn, smallestFindable } from '#tests/indicators/disclosure.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser, type Unit } from '#tests/support/factories.ts'

const STATEMENT = 'RPR10'

/** Somebody's walk at the unit that ended on the day, and what they said of it. Straight to the tables: there are many. */
async function aRatedEnd(unit: Unit, value: 1 | 2 | 3 | 4 | 5, endedAt: Date, ctx: TestCtx): Promise<void> {
  const [resource, leader] = [await aUser(ctx), await aUser(ctx)]
  const pairId = newId()
  const began = new Date(endedAt.getTime() - 200 * 86_400_000)
  const pair = { id: pairId, pathId: 'learn-to-teach-on', pathVersion: 1, unitId: unit.id, startedAt: began, joinedAt: began }
  await ctx.db.insert(learningPairs).values({ ...pair, resourcePersonId: resource.id, endedAt })
  await ctx.db.insert(pairLeaders).values({ id: newId(), pairId, personId: leader.id, invitedAt: began, joinedAt: began })
  const step = { goals: [], time: '', notes: '', language: 'sv', version: 1, writtenAt: began }
  await ctx.db.insert(jointSteps).values({ pairId, moduleId: 'M0', ...step, completedAt: began })
  const said = { round: 'end', walker: 'resource_person', instrumentVersion: 1, answeredAt: endedAt } as const
  await ctx.db.insert(masteryRatings).values({ personId: resource.id, pairId, ...said, answers: { [STATEMENT]: value } })
}

type Move = { do: 'answer'; unit: number; people: number; value: 1 | 2 | 3 | 4 | 5 } | { do: 'next_quarter' }

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        unit: fc.nat(6),
        people: fc.integer({ min: 1, max: 4 }),
        value: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('next_quarter' as const) }) },
  ),
  { minLength: 10, maxLength: 24 },
)

/** A region with two areas of two wards each: 0 the region, 1–2 the areas, 3–6 the wards. */
async function anOrganisation(ctx: TestCtx): Promise<Unit[]> {
  const region = await aUnit(ctx, { kind: 'region' })
  const areas = [await aUnit(ctx, { parent: region, kind: 'area' }), await aUnit(ctx, { parent: region, kind: 'area' })]
  const wards: Unit[] = []
  for (const parent of areas) wards.push(await aUnit(ctx, { parent }), await aUnit(ctx, { parent }))
  return [region, ...areas, ...wards]
}

/** What is shown of the statement, by unit and quarter: on the units' pages, and as the indicator. */
async function shownNow(ctx: TestCtx): Promise<{ pages: Map<string, number>; indicator: Map<string, number> }> {
  const rows = await ctx.db.select().from(masteryShown).where(eq(masteryShown.statement, STATEMENT))
  const pages = rows.map((row): [string, number] => [
    `${row.unitId} ${row.quarter}`,
    row.ones + row.twos + row.threes + row.fours + row.fives,
  ])
  const counted = await ctx.db.select().from(observations).where(eq(observations.indicatorId, 'LP1'))
  const indicator = counted.map((row): [string, number] => [`${row.unitId} ${row.quarter}`, row.shownDenominator])
  return { pages: new Map(pages), indicator: new Map(indicator) }
}

test('whoever keeps every number ever shown can still find nobody in a group of fewer than five', async ({ ctx }) => {
  let attacked = 0
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      await ctx.db.delete(masteryShown)
      await ctx.db.delete(masteryWaiting)
      await ctx.db.delete(masteryRatings)
      await ctx.db.execute('delete from observations')
      await ctx.db.execute('delete from observation_cuts')
      const tree = await anOrganisation(ctx)
      const personOf = new Map<string, { bit: bigint; lineage: readonly string[] }>()
      const masks = new Map<string, bigint>()
      const seen = new Set<bigint>()
      let before = await shownNow(ctx)
      let now = new Date('2026-01-20T08:00:00Z')

      /** People are bits. Who has left the waiting room stands in the numbers that have grown, of their unit and those above. */
      const look = async () => {
        const here = new Set((await ctx.db.select().from(masteryWaiting)).map(({ id }) => id))
        const left = [...personOf].filter(([id]) => !here.has(id))
        const after = await shownNow(ctx)
        for (const [key, count] of after.pages) {
          if (count === before.pages.get(key)) continue
          const under = left.filter(([, { lineage }]) => lineage.includes(found(key.split(' ')[0])))
          const mask = under.reduce((sum, [, { bit }]) => sum | bit, masks.get(key) ?? 0n)
          expect(peopleIn(mask), 'every number is who left for it').toBe(count)
          masks.set(key, mask)
        }
        for (const mask of masks.values()) seen.add(mask)
        expect(after.indicator, 'the indicator shows the same people in the same quarters').toEqual(after.pages)
        for (const [id] of left) personOf.delete(id)
        before = after
      }

      let people = 0
      for (const move of list) {
        if (move.do === 'next_quarter') {
          now = new Date(now.getTime() + 91 * 86_400_000)
          await handUpRatings(ctx.at(now.toISOString()))
          await look()
          continue
        }
        for (let person = 0; person < move.people; person += 1) {
          const endedAt = new Date(now.getTime() - 43 * 86_400_000)
          await aRatedEnd(found(tree[move.unit]), move.value, endedAt, ctx)
          await countClosedRatings(ctx.at(now.toISOString()))
          const [fresh] = (await ctx.db.select().from(masteryWaiting)).filter(({ id }) => !personOf.has(id))
          personOf.set(fresh?.id ?? 'the fifth', { bit: 1n << BigInt(people), lineage: found(tree[move.unit]).lineage })
          people += 1
          await look()
        }
      }
      attacked += seen.size
      expect(smallestFindable(seen, people)).toBeGreaterThanOrEqual(5)
      expect(await verifyRollUp(ctx)).toEqual([])
    }),
    { numRuns: 6 },
  )
  expect(attacked, 'the plays showed something to attack').toBeGreaterThan(4)
}, 180_000)
