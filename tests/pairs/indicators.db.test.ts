// Walks feed the indicators of learning paths: to the letter of their definition, handed up, and nothing about fewer than five.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { handUpWaiting } from '#app/features/indicators/commands.server.ts'
import { verifyRollUp } from '#app/features/indicators/queries.server.ts'
import { countWalks } from '#app/features/pairs/commands/count-walks.server.ts'
import { pausePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { learningPairs, observations, pairTalks, units } from '#db/schema/index.ts'
import { shippedPath as path } from '#tests/paths/shipped.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { manyWalks, type PlannedWalk } from './many-walks.ts'
import { aPair } from './pairs.ts'

const all = path.modules.length
const [winter, spring] = [2026 * 4, 2026 * 4 + 1]
const night = (day: string) => `${day}T01:15:00Z`
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

async function aRegion(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Öst' })
  const tallbacken = await aUnit(ctx, { name: 'Tallbacken', parent: region })
  const angen = await aUnit(ctx, { name: 'Vårdcentralen Ängen', parent: region })
  const elsa = await aPersonWith(ctx, 'unit_manager', { unit: tallbacken })
  const tove = await aPersonWith(ctx, 'education_lead', { unit: region })
  const walk = (unitId: string, given: Partial<PlannedWalk> = {}): PlannedWalk => ({
    ...{ unitId, leaderId: elsa.id, beganAt: new Date('2026-01-10T08:00:00Z'), walked: 0, joint: 0, ...given },
  })
  return { region, tallbacken, angen, elsa, tove, walk }
}

/** Numerator and denominator as they are shown. */
async function shown(ctx: TestCtx, unitId: string, indicatorId: string, quarter = spring): Promise<string> {
  const rows = await ctx.db.select().from(observations).where(eq(observations.unitId, unitId))
  const row = rows.find((one) => one.indicatorId === indicatorId && one.quarter === quarter)
  return row ? `${row.shownNumerator}/${row.shownDenominator}` : 'none'
}

test('LP3: of the pairs under way, those where both have confirmed goals', async ({ ctx }) => {
  const { region, tallbacken, walk } = await aRegion(ctx)
  const goal = 'Tryggare hemgång'
  await manyWalks(ctx, path, [
    ...times(4, () => walk(tallbacken.id, { joint: 1, goal })),
    ...times(2, () => walk(tallbacken.id)),
    walk(tallbacken.id, { joint: 2 }),
    walk(tallbacken.id, { joint: 1, goal, pausedAt: ctx.now }),
    walk(tallbacken.id, { joint: 1, goal, endedAt: ctx.now }),
    walk(tallbacken.id, { walked: all, joint: all, goal }),
  ])
  await countWalks(ctx.at(night('2026-05-04')))
  expect(await shown(ctx, tallbacken.id, 'LP3')).toBe('4/7')
  expect(await shown(ctx, region.id, 'LP3')).toBe('4/7')
  expect(await verifyRollUp(ctx)).toEqual([])
})

test('LP4: of the quarter’s talks whose day has passed, those that were held; called off and still ahead are none', async ({
  ctx,
}) => {
  const { tallbacken, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(5, () => walk(tallbacken.id, { talks: { due: 3, held: 2 } })),
  )
  const pairs = await ctx.db.select({ id: learningPairs.id }).from(learningPairs)
  const talk = { language: 'sv', plannedAt: ctx.now, updatedAt: ctx.now }
  const on = (onDay: string, outcome: 'held' | 'not_held' | 'cancelled' | null) =>
    pairs.map(({ id }) => ({ ...talk, id: newId(), pairId: id, onDay, outcome }))
  const talks = [
    ...on('2026-04-20', 'held'),
    ...on('2026-04-27', 'not_held'),
    ...on('2026-04-28', null),
    ...on('2026-04-29', 'cancelled'),
    ...on('2026-05-04', 'held'),
  ]
  await ctx.db.insert(pairTalks).values(talks)
  await countWalks(ctx.at(night('2026-05-04')))
  expect(await shown(ctx, tallbacken.id, 'LP4')).toBe('5/15')
  await countWalks(ctx.at(night('2026-05-05')))
  expect(await shown(ctx, tallbacken.id, 'LP4')).toBe('10/20')
  expect(await shown(ctx, tallbacken.id, 'LP4', winter)).toBe('none')
})

test('LP4: what came of March’s talks is noted in April, and counts for the winter until its eighth day', async ({ ctx }) => {
  const { tallbacken, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(6, () => walk(tallbacken.id, { talks: { due: 1, held: 0 } })),
  )
  await countWalks(ctx.at(night('2026-04-01')))
  expect(await shown(ctx, tallbacken.id, 'LP4', winter)).toBe('0/6')
  await ctx.db.update(pairTalks).set({ outcome: 'held' })
  await countWalks(ctx.at(night('2026-04-07')))
  expect(await shown(ctx, tallbacken.id, 'LP4', winter)).toBe('6/6')
  await ctx.db.update(pairTalks).set({ outcome: 'not_held' })
  await countWalks(ctx.at(night('2026-04-08')))
  expect(await shown(ctx, tallbacken.id, 'LP4', winter)).toBe('6/6')
})

test('LP5: of those who began nine months ago or earlier, those who are through, also when they have stopped since', async ({
  ctx,
}) => {
  const { tallbacken, walk } = await aRegion(ctx)
  const beganAt = new Date('2025-08-03T08:00:00Z')
  await manyWalks(ctx, path, [
    ...times(3, () => walk(tallbacken.id, { beganAt, walked: all, joint: all })),
    walk(tallbacken.id, { beganAt, walked: all, joint: all, endedAt: ctx.now }),
    ...times(2, () => walk(tallbacken.id, { beganAt, walked: all, joint: all - 1 })),
    walk(tallbacken.id, { beganAt, walked: 2, endedAt: ctx.now }),
    walk(tallbacken.id, { beganAt: new Date('2025-08-04T08:00:00Z'), walked: all, joint: all }),
  ])
  await countWalks(ctx.at(night('2026-05-04')))
  expect(await shown(ctx, tallbacken.id, 'LP5')).toBe('4/7')
  await countWalks(ctx.at(night('2026-05-05')))
  expect(await shown(ctx, tallbacken.id, 'LP5'), 'one more is fewer than five').toBe('4/7')
})

test('a quarter that is over is counted as it stood on its last day', async ({ ctx }) => {
  const { tallbacken, walk } = await aRegion(ctx)
  const april = ctx.at('2026-04-03T09:00:00Z')
  await manyWalks(april, path, [
    ...times(5, () => walk(tallbacken.id, { joint: 1, goal: 'Tryggare hemgång' })),
    walk(tallbacken.id, { pausedAt: april.now }),
    walk(tallbacken.id, { endedAt: april.now }),
    ...times(5, () => walk(tallbacken.id, { beganAt: new Date('2026-04-01T00:00:00Z') })),
  ])
  await countWalks(ctx.at(night('2026-04-04')))
  expect(await shown(ctx, tallbacken.id, 'LP3', winter)).toBe('0/7')
  expect(await shown(ctx, tallbacken.id, 'LP3', spring)).toBe('5/10')
})

test('four people say nothing at their unit, however many talks they have; with another unit’s they do above', async ({
  ctx,
}) => {
  const { region, tallbacken, angen, walk } = await aRegion(ctx)
  const talks = { due: 4, held: 3 }
  await manyWalks(ctx, path, [
    ...times(4, () => walk(tallbacken.id, { talks })),
    ...times(3, () => walk(angen.id, { talks, joint: 1, goal: 'Ett mål' })),
  ])
  await countWalks(ctx.at(night('2026-04-07')))
  await handUpWaiting(ctx.at('2026-04-07T01:40:00Z'))
  for (const unit of [region, tallbacken, angen]) expect(await shown(ctx, unit.id, 'LP4', winter)).toBe('0/0')
  await handUpWaiting(ctx.at('2026-04-08T01:40:00Z'))
  expect(await shown(ctx, region.id, 'LP4', winter)).toBe('21/28')
  expect(await shown(ctx, region.id, 'LP3', winter)).toBe('0/7')
  for (const unit of [tallbacken, angen]) expect(await shown(ctx, unit.id, 'LP4', winter)).toBe('0/0')
  expect(await verifyRollUp(ctx)).toEqual([])
})

test('who walks at two units is one person, and counted where they began last', async ({ ctx }) => {
  const { region, tallbacken, angen, walk } = await aRegion(ctx)
  const people = await manyWalks(
    ctx,
    path,
    times(4, () => walk(tallbacken.id)),
  )
  await ctx.db.update(learningPairs).set({ endedAt: ctx.now })
  await manyWalks(
    ctx,
    path,
    people.map((personId) => walk(angen.id, { personId, beganAt: new Date('2026-02-10T08:00:00Z') })),
  )
  await countWalks(ctx.at(night('2026-04-07')))
  await handUpWaiting(ctx.at('2026-04-08T01:40:00Z'))
  expect(await shown(ctx, region.id, 'LP3', winter)).toBe('0/0')
})

test('the same night twice changes nothing; a closed unit is left as it was; who comes and goes is one', async ({ ctx }) => {
  const { tallbacken, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(6, () => walk(tallbacken.id)),
  )
  await countWalks(ctx.at(night('2026-05-04')))
  const before = await ctx.db.select().from(observations)
  await countWalks(ctx.at(night('2026-05-04')))
  expect(await ctx.db.select().from(observations)).toEqual(before)
  const [first] = await ctx.db.select().from(learningPairs)
  await ctx.db
    .update(learningPairs)
    .set({ endedAt: ctx.now })
    .where(eq(learningPairs.id, first?.id ?? ''))
  await countWalks(ctx.at(night('2026-05-05')))
  expect(await shown(ctx, tallbacken.id, 'LP3')).toBe('0/6')
  await ctx.db.update(units).set({ closedAt: ctx.now }).where(eq(units.id, tallbacken.id))
  await ctx.db.update(learningPairs).set({ endedAt: ctx.now })
  await countWalks(ctx.at(night('2026-05-06')))
  expect(await shown(ctx, tallbacken.id, 'LP3')).toBe('0/6')
})

test('when a unit’s walks have all ended, its number goes with them', async ({ ctx }) => {
  const { tallbacken, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(6, () => walk(tallbacken.id)),
  )
  await countWalks(ctx.at(night('2026-05-04')))
  await ctx.db.delete(learningPairs)
  await countWalks(ctx.at(night('2026-05-05')))
  expect(await shown(ctx, tallbacken.id, 'LP3')).toBe('0/0')
})

test('what the two do on their pages is what is counted', async ({ ctx }) => {
  const { unit, elsa, samira, pairId } = await aPair(ctx)
  await manyWalks(
    ctx,
    path,
    times(5, () => ({ unitId: unit.id, leaderId: elsa.id, beganAt: ctx.now, walked: 0, joint: 0 })),
  )
  await countWalks(ctx.at(night('2026-05-04')))
  expect(await shown(ctx, unit.id, 'LP3')).toBe('0/6')
  await pausePair(samira, { pairId }, ctx)
  await countWalks(ctx.at(night('2026-07-08')))
  expect(await shown(ctx, unit.id, 'LP3', spring + 1)).toBe('0/5')
})

test('the pages of the unit and of the region show them, in three languages', async ({ ctx }) => {
  const { region, tallbacken, tove, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(8, () => walk(tallbacken.id, { joint: 1, goal: 'Ett mål', talks: { due: 2, held: 1 } })),
  )
  await countWalks(ctx.at(night('2026-04-01')))
  const says = {
    sv: ['Par med gemensamma mål och åtgärder', '0 av 8', 'Samläras egen räkning'],
    nb: ['Par med felles mål og tiltak', '0 av 8', 'Samläras egen telling'],
    en: ['Pairs with joint goals and actions', '0 of 8', 'Samlära’s own count'],
  } as const
  for (const unit of [region, tallbacken]) {
    for (const locale of ['sv', 'nb', 'en'] as const) {
      const page = await ask(ctx, { path: `/indicators/LP3?unit=${unit.id}`, as: tove, locale })
      expect(page.status).toBe(200)
      for (const words of says[locale]) expect(page.text).toContain(words)
    }
    const tree = await ask(ctx, { path: `/indicators?unit=${unit.id}&set=learning_path`, as: tove, locale: 'en' })
    expect(tree.text).toMatch(/Checkpoints held[\s\S]*?50\.0\s?%/)
  }
})
