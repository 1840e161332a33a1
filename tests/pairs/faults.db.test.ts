// What a pair meets when people and units change without asking it: each has a page that says so, and a way on.
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { remindOfWhatWaits } from '#app/features/notifications/commands/remind.server.ts'
import { nameLeader, pausePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { movePair } from '#app/features/pairs/commands/move-pair.server.ts'
import { acceptPair } from '#app/features/pairs/commands/pairs.server.ts'
import { findMoveFor } from '#app/features/pairs/queries/move.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findPairFor } from '#app/features/pairs/queries/pairs.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { roles, units } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { aPersonWith, personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, type Unit, userAgain } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aPair } from './pairs.ts'

const viewOf = async (who: Person, pairId: string, ctx: TestCtx) =>
  (await findPairPageFor(who, { pairId, locale: 'sv' }, ctx)).view
const leaves = (who: Person, ctx: TestCtx) => ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, who.id))
const closes = (unit: Unit, ctx: TestCtx) => ctx.db.update(units).set({ closedAt: ctx.now }).where(eq(units.id, unit.id))

/** The person with a further role, in the tables and in the session. */
async function also(who: Person, kind: 'member' | 'unit_manager', unit: Unit, ctx: TestCtx): Promise<Person> {
  const user = await userAgain(ctx, who)
  await aRole(ctx, user, kind, { unit })
  return personOf(user, [...who.roles, { kind, unitId: unit.id, visitId: null }])
}

describe('a manager who leaves', () => {
  test('is told of on the page, in a mail once and among what waits, until another is asked', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { samira, elsa, tove, pairId } = await aPair(ctx)
    await office.work(ctx)
    const before = (await office.mails()).length
    expect((await viewOf(samira, pairId, ctx))?.missing).toEqual({ resourcePerson: null, leader: null })
    await leaves(elsa, ctx)
    expect((await viewOf(samira, pairId, ctx))?.missing.leader).toBe('Elsa Öberg')
    expect(await listWalkNeedsFor(samira, ctx)).toMatchObject([{ kind: 'ask_leader', pairId }])
    for (const _ of [1, 2]) {
      await remindOfWhatWaits(ctx)
      await office.work(ctx)
    }
    const mails = await office.mails()
    expect(mails.length - before).toBe(1)
    expect(mails.map((mail) => mail.subject)).toContain('Elsa Öberg hör inte längre till enheten: vem går lärvägen med dig?')
    await nameLeader(samira, { pairId, colleagueId: tove.id }, ctx)
    expect(await listWalkNeedsFor(samira, ctx)).toEqual([])
    await acceptPair(tove, { pairId }, ctx)
    expect((await viewOf(samira, pairId, ctx))?.missing.leader).toBeNull()
  })

  test('and comes back is the manager again, and nobody is written to', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    await office.work(ctx)
    const before = (await office.mails()).length
    await leaves(elsa, ctx)
    await remindOfWhatWaits(ctx)
    await also({ ...elsa, roles: [] }, 'member', unit, ctx)
    await office.work(ctx)
    expect((await office.mails()).length).toBe(before)
    expect((await viewOf(samira, pairId, ctx))?.missing.leader).toBeNull()
  })
})

test('a resource person who is taken out of the unit reads on, takes the walk along, and asks a manager there', async ({
  ctx,
}) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  await leaves(samira, ctx)
  const gone = { ...samira, roles: [] }
  expect((await viewOf(gone, pairId, ctx))?.missing.resourcePerson).toBe('Samira Nilsson')
  expect((await viewOf(elsa, pairId, ctx))?.missing.resourcePerson).toBe('Samira Nilsson')
  expect((await findMoveFor(gone, pairId, ctx)).homes).toEqual([])

  const home = await aUnit(ctx, { name: 'Hemsjukvården Öst' })
  const moved = await also(gone, 'member', home, ctx)
  expect((await findMoveFor(moved, pairId, ctx)).homes).toEqual([{ id: home.id, name: home.name, both: false }])
  expect((await findMoveFor(elsa, pairId, ctx)).homes).toEqual([])
  await expect(movePair(elsa, { pairId, unitId: home.id }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  await movePair(moved, { pairId, unitId: home.id }, ctx)
  await expect(findPairFor(elsa, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
  expect((await viewOf(moved, pairId, ctx))?.missing).toEqual({ resourcePerson: null, leader: 'Elsa Öberg' })
  const karin = await aPersonWith(ctx, 'unit_manager', { unit: home })
  await nameLeader(moved, { pairId, colleagueId: karin.id }, ctx)
  await acceptPair(karin, { pairId }, ctx)
  expect((await viewOf(karin, pairId, ctx))?.missing).toEqual({ resourcePerson: null, leader: null })
})

describe('a unit that closes', () => {
  test('tells both: they pause, or move where both belong', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    await office.work(ctx)
    const before = (await office.mails()).length
    await closes(unit, ctx)
    for (const who of [samira, elsa]) {
      expect(await viewOf(who, pairId, ctx)).toMatchObject({ unitClosed: true, can: { pause: true, end: true, move: true } })
      expect((await viewOf(who, pairId, ctx))?.can.nameLeader).toBe(false)
      expect(await listWalkNeedsFor(who, ctx)).toMatchObject([{ kind: 'unit_closed', pairId }])
    }
    await remindOfWhatWaits(ctx)
    await office.work(ctx)
    expect((await office.mails()).length - before).toBe(2)

    const home = await aUnit(ctx, { name: 'Hemsjukvården Öst' })
    const closed = await aUnit(ctx, { closedAt: ctx.now })
    const resource = await also(await also(samira, 'member', home, ctx), 'member', closed, ctx)
    const leader = await also(elsa, 'unit_manager', home, ctx)
    expect((await findMoveFor(leader, pairId, ctx)).homes).toEqual([{ id: home.id, name: home.name, both: true }])
    await expect(movePair(resource, { pairId, unitId: closed.id }, ctx)).rejects.toMatchObject({ code: 'invalid' })
    await movePair(leader, { pairId, unitId: home.id }, ctx)
    expect(await viewOf(resource, pairId, ctx)).toMatchObject({ unitClosed: false, pair: { unit: { name: home.name } } })
    expect(await listWalkNeedsFor(leader, ctx)).toEqual([])
  })

  test('waits for nobody who has paused, and its page says what can be done', async ({ ctx }) => {
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    await closes(unit, ctx)
    const { text } = await ask(ctx, { path: `/pairs/${pairId}`, as: samira })
    expect(text).toContain(`${unit.name} har stängt.`)
    expect(text).toContain(`href="/pairs/${pairId}/unit"`)
    await pausePair(elsa, { pairId }, ctx)
    expect(await listWalkNeedsFor(samira, ctx)).toEqual([])
  })
})
