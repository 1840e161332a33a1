// The page of a unit's walks: counted right, shown in whole steps, open to those who may see what the unit reaches.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { findUnitWalksFor } from '#app/features/pairs/queries/unit-walks.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { activitiesDone, learningPairs, pdsaCycles } from '#db/schema/index.ts'
import { shippedPath as path } from '#tests/paths/shipped.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { ask } from '#tests/support/remix.ts'
import { manyWalks, type PlannedWalk } from './many-walks.ts'
import { aPair } from './pairs.ts'

const all = path.modules.length

async function aRegion(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Öst' })
  const tallbacken = await aUnit(ctx, { name: 'Tallbacken', parent: region })
  const angen = await aUnit(ctx, { name: 'Vårdcentralen Ängen', parent: region })
  const asen = await aUnit(ctx, { name: 'Åsens hemtjänst', parent: region })
  const elsa = await aPersonWith(ctx, 'unit_manager', { unit: tallbacken })
  const tove = await aPersonWith(ctx, 'education_lead', { unit: region })
  const walk = (unitId: string, given: Partial<PlannedWalk> = {}): PlannedWalk => ({
    ...{ unitId, leaderId: elsa.id, beganAt: new Date('2026-01-10T08:00:00Z'), walked: 0, joint: 0, ...given },
  })
  return { region, tallbacken, angen, asen, elsa, tove, walk }
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

test('counts who has started, is under way, paused, has stopped and has finished, and how far they have come', async ({
  ctx,
}) => {
  const { tallbacken, elsa, walk } = await aRegion(ctx)
  const at = (given: Partial<PlannedWalk>) => () => walk(tallbacken.id, given)
  await manyWalks(ctx, path, [
    ...times(11, at({ walked: 3, joint: 2 })),
    ...times(6, at({ walked: 5, joint: 5, pausedAt: ctx.now })),
    ...times(5, at({ walked: 1, joint: 1, endedAt: ctx.now })),
    ...times(7, at({ walked: all, joint: all, endedAt: ctx.now })),
  ])
  const { here, choices } = await findUnitWalksFor(elsa, { unitId: tallbacken.id }, ctx)
  expect(here).toMatchObject({ all: 25, states: { under_way: 10, paused: 5, ended: 5, finished: 5 }, months: 3 })
  expect(here.modules.map((one) => one.walked)).toEqual([25, 20, 20, 10, 10, ...times(all - 5, () => 5)])
  expect(here.modules.map((one) => one.joint)).toEqual([25, 20, 10, 10, 10, ...times(all - 5, () => 5)])
  expect(choices).toMatchObject([{ pathId: path.id, version: path.version, title: path.title }])
})

test('says nothing of fewer than five, and lets nobody find them by looking from above', async ({ ctx }) => {
  const { region, tallbacken, angen, asen, tove, walk } = await aRegion(ctx)
  await manyWalks(ctx, path, [
    ...times(8, () => walk(tallbacken.id, { walked: 2 })),
    ...times(4, () => walk(angen.id, { walked: 2 })),
    walk(asen.id, { walked: 2 }),
  ])
  const { here, below } = await findUnitWalksFor(tove, { unitId: region.id }, ctx)
  expect(below.map(({ place, all }) => [place.name, all])).toEqual(
    expect.arrayContaining([
      ['Tallbacken', 5],
      ['Vårdcentralen Ängen', 0],
      ['Åsens hemtjänst', 0],
    ]),
  )
  expect(here.all).toBe(10)
  const alone = await findUnitWalksFor(tove, { unitId: angen.id }, ctx)
  expect(alone.here).toMatchObject({ all: 0, states: { under_way: 0 }, months: null, talksHeld: null })
  expect(new Set(alone.here.modules.flatMap((one) => [one.walked, one.joint]))).toEqual(new Set([0]))
  const page = await ask(ctx, { path: `/units/${angen.id}/pairs.data`, as: tove })
  expect(page.text).not.toContain('Vandrare')
})

test('counts a person once, who stopped and began again; not those who have not answered', async ({ ctx }) => {
  const { tallbacken, angen, elsa, tove, walk } = await aRegion(ctx)
  const earlier = { beganAt: new Date('2025-09-01T08:00:00Z'), endedAt: new Date('2025-12-01T08:00:00Z') }
  const people = await manyWalks(
    ctx,
    path,
    times(5, () => walk(tallbacken.id, earlier)),
  )
  const again = () => findUnitWalksFor(elsa, { unitId: tallbacken.id }, ctx)
  expect((await again()).here).toMatchObject({ all: 5, states: { ended: 5, under_way: 0 } })
  await manyWalks(
    ctx,
    path,
    people.slice(1).map((personId) => walk(angen.id, { personId })),
  )
  expect((await again()).here.all).toBe(0)
  await manyWalks(
    ctx,
    path,
    people.slice(0, 1).map((personId) => walk(angen.id, { personId })),
  )
  expect((await findUnitWalksFor(tove, { unitId: angen.id }, ctx)).here.states).toMatchObject({ ended: 0, under_way: 5 })
})

test('counts a step that was done at work, and no longer when it is taken away', async ({ ctx }) => {
  const { tallbacken, elsa, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(5, () => walk(tallbacken.id, { walked: 4 })),
  )
  const pairs = await ctx.db.select({ id: learningPairs.id }).from(learningPairs)
  const [first] = path.modules[4]?.tracks.resource_person ?? []
  expect(first?.id).toBe('improvement-game')
  const walked = async () => (await findUnitWalksFor(elsa, { unitId: tallbacken.id }, ctx)).here.modules[4]?.walked
  expect(await walked()).toBe(0)
  const tick = { pathId: path.id, moduleId: 'M4', activityId: 'improvement-game', doneAt: ctx.now }
  const people = await ctx.db.select({ personId: learningPairs.resourcePersonId }).from(learningPairs)
  await ctx.db.insert(activitiesDone).values(people.map((person) => ({ ...tick, ...person })))
  await ctx.db.delete(activitiesDone).where(eq(activitiesDone.activityId, 'first-small-test'))
  expect(await walked()).toBe(0)
  const cycle = { onDay: '2026-04-14', plan: 'Fråga', done: 'Frågade', study: '', act: '', language: 'sv', version: 1 }
  await ctx.db
    .insert(pdsaCycles)
    .values(pairs.map(({ id }) => ({ ...cycle, id: newId(), pairId: id, writtenAt: ctx.now, testedAt: ctx.now })))
  expect(await walked()).toBe(5)
  await ctx.db.delete(pdsaCycles)
  expect(await walked()).toBe(0)
})

test('tells how many have talked, and what share of the talks was held', async ({ ctx }) => {
  const { tallbacken, elsa, walk } = await aRegion(ctx)
  await manyWalks(ctx, path, [
    ...times(6, () => walk(tallbacken.id, { talks: { due: 3, held: 2 } })),
    ...times(3, () => walk(tallbacken.id, { talks: { due: 2, held: 0 } })),
  ])
  const { here } = await findUnitWalksFor(elsa, { unitId: tallbacken.id }, ctx)
  expect(here).toMatchObject({ all: 5, talks: { due: 5, held: 5 }, talksHeld: 5 })
})

test('is open to those who may see what the unit reaches, and to nobody else', async ({ ctx }) => {
  const { region, tallbacken, angen, elsa, tove, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(9, () => walk(tallbacken.id)),
  )
  const status = async (as: { id: string } | null, unitId: string) =>
    (await ask(ctx, { path: `/units/${unitId}/pairs`, as })).status
  const yusuf = await aPersonWith(ctx, 'member', { unit: tallbacken })
  for (const as of [elsa, tove, yusuf, await anAdmin(ctx)]) expect(await status(as, tallbacken.id)).toBe(200)
  expect(await status(yusuf, region.id)).toBe(200)
  const { visit } = await aVisitWithPeople(ctx, { host: tallbacken })
  const guest = await someoneIn(ctx, visit, { side: 'guest' })
  for (const as of [await anOutsider(ctx), guest.person, await aPersonWith(ctx, 'unit_manager', { unit: angen })])
    expect(await status(as, tallbacken.id)).toBe(404)
  expect(await status(null, tallbacken.id)).toBe(302)
  expect((await findUnitWalksFor(yusuf, { unitId: region.id }, ctx)).below.map((one) => one.place.name)).toEqual(['Tallbacken'])
})

test('is what the two of a pair make it: one more when the other has said yes', async ({ ctx }) => {
  const { unit, elsa, samira, yusuf, pairId } = await aPair(ctx)
  expect(pairId).not.toBe('')
  const walk = { unitId: unit.id, leaderId: elsa.id, beganAt: ctx.now, walked: 0, joint: 0 }
  await manyWalks(
    ctx,
    path,
    times(3, () => walk),
  )
  const count = async () => (await findUnitWalksFor(samira, { unitId: unit.id }, ctx)).here.all
  expect(await count()).toBe(0)
  const id = newId()
  await startPair(elsa, { id, pathId: path.id, unitId: unit.id, as: 'leader', colleagueId: yusuf.id }, ctx)
  expect(await count()).toBe(0)
  await acceptPair(yusuf, { pairId: id }, ctx)
  expect(await count()).toBe(5)
})

test('the page tells it in three languages, with a picture and the same in a table', async ({ ctx }) => {
  const { region, tallbacken, tove, walk } = await aRegion(ctx)
  await manyWalks(
    ctx,
    path,
    times(42, () => walk(tallbacken.id, { walked: 4, joint: 3 })),
  )
  const says = { sv: 'minst 40', nb: 'minst 40', en: 'at least 40' } as const
  for (const locale of ['sv', 'nb', 'en'] as const) {
    const { text } = await ask(ctx, { path: `/units/${region.id}/pairs`, as: tove, locale })
    expect(text).toContain(says[locale])
    expect(text).toMatch(/<svg[^>]*role="img"/)
    expect(text).not.toContain('style=')
  }
})
