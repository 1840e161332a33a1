import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { confirmJointStep, writeJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { endPair, nameLeader, pausePair, resumePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { markDone, markUndone, writeReflection } from '#app/features/pairs/commands/own-track.server.ts'
import { acceptPair, declinePair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findPairFor, listColleaguesFor, listPairsFor } from '#app/features/pairs/queries/pairs.server.ts'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { findPairWalkFor, findWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import { findJointStepFor, findReflectionFor } from '#app/features/pairs/queries/writing.server.ts'
import { leaderNow, pairStatus } from '#app/features/pairs/rules/pair.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { reflections, roles, units } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { anOutsider, aPersonWith, personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'
import { aPair, aUnitWithPeople, pathId, walking } from './pairs.ts'

const words = { time: '4 timmar', mandate: '', notes: '' }
const write = (who: Person, pairId: string, version: number, ctx: TestCtx, text = 'Tryggare hemgång') =>
  writeJointStep(who, { ...words, goals: [{ text, link: null }], pairId, moduleId: 'm0', version, language: 'sv' }, ctx)
const confirm = (who: Person, pairId: string, version: number, ctx: TestCtx) =>
  confirmJointStep(who, { pairId, moduleId: 'm0', version }, ctx)
const goalOf = async (who: Person, pairId: string, ctx: TestCtx) =>
  (await findJointStepFor(who, { pairId, moduleId: 'm0', locale: 'sv' }, ctx)).step?.goals[0]?.text
const standing = async (who: Person, pairId: string, ctx: TestCtx) =>
  (await findJointStepFor(who, { pairId, moduleId: 'm0', locale: 'sv' }, ctx)).standing

describe('starting', () => {
  test('as a resource person asks a colleague to lead; pressed twice it is one pair and one letter', async ({ ctx }) => {
    const { unit, samira, elsa } = await aUnitWithPeople(ctx)
    const start = { id: newId(), pathId, unitId: unit.id, as: 'resource_person', colleagueId: elsa.id } as const
    expect(await startPair(samira, start, ctx)).toBe(start.id)
    expect(await startPair(samira, start, ctx)).toBe(start.id)
    await ctx.settled()
    expect(ctx.jobs.map((job) => job.data)).toEqual([{ event: 'pairs.invited', pairId: start.id, personId: elsa.id }])
    expect(pairStatus(await findPairFor(samira, start.id, ctx))).toBe('invited')
    expect(await listWalkNeedsFor(elsa, ctx)).toEqual([{ kind: 'answer', pairId: start.id, other: 'Samira Nilsson' }])
    await acceptPair(elsa, { pairId: start.id }, ctx)
    expect(pairStatus(await findPairFor(elsa, start.id, ctx))).toBe('under_way')
    expect(await listWalkNeedsFor(elsa, ctx)).toEqual([])
    await expect(acceptPair(elsa, { pairId: start.id }, ctx)).rejects.toMatchObject({ code: 'gone' })
  })

  test('a leader walks with several; each resource person walks a path with one at a time', async ({ ctx }) => {
    const { unit, samira, elsa, yusuf } = await aUnitWithPeople(ctx)
    for (const colleague of [samira, yusuf]) {
      const id = newId()
      await startPair(elsa, { id, pathId, unitId: unit.id, as: 'leader', colleagueId: colleague.id }, ctx)
      await acceptPair(colleague, { pairId: id }, ctx)
    }
    expect(await listPairsFor(elsa, { pathId }, ctx)).toHaveLength(2)
    const again = startPair(yusuf, { id: newId(), pathId, unitId: unit.id, as: 'leader', colleagueId: samira.id }, ctx)
    await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'pairs_error_walking_already' })
  })

  test('only people of the unit start there, with people of the unit, while it is open', async ({ ctx }) => {
    const { unit, samira, tove } = await aUnitWithPeople(ctx)
    const outsider = await anOutsider(ctx)
    const other = await aPersonWith(ctx, 'unit_manager', { unit: await aUnit(ctx) })
    const as = 'resource_person' as const
    const start = (who: Person, colleagueId: string) =>
      startPair(who, { id: newId(), pathId, unitId: unit.id, as, colleagueId }, ctx)
    await expect(start(outsider, samira.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(start(other, samira.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(start(samira, other.id)).rejects.toMatchObject({ code: 'invalid' })
    await expect(start(samira, samira.id)).rejects.toMatchObject({ code: 'invalid' })
    const { colleagues } = await listColleaguesFor(samira, unit.id, ctx)
    expect(colleagues.map((one) => one.name).sort()).toEqual(['Elsa Öberg', 'Tove Mæhlum', 'Yusuf Demir'])
    await ctx.db.update(units).set({ closedAt: ctx.now }).where(eq(units.id, unit.id))
    await expect(start(samira, tove.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a no leaves the resource person free to ask another, and ends a pair without resource person', async ({ ctx }) => {
    const { unit, samira, elsa, yusuf, tove } = await aUnitWithPeople(ctx)
    const [first, second] = [newId(), newId()]
    await startPair(samira, { id: first, pathId, unitId: unit.id, as: 'resource_person', colleagueId: elsa.id }, ctx)
    await declinePair(elsa, { pairId: first }, ctx)
    await expect(findPairFor(elsa, first, ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect(pairStatus(await findPairFor(samira, first, ctx))).toBe('alone')
    await nameLeader(samira, { pairId: first, colleagueId: tove.id }, ctx)
    await acceptPair(tove, { pairId: first }, ctx)
    expect(pairStatus(await findPairFor(samira, first, ctx))).toBe('under_way')

    await startPair(elsa, { id: second, pathId, unitId: unit.id, as: 'leader', colleagueId: yusuf.id }, ctx)
    await declinePair(yusuf, { pairId: second }, ctx)
    expect(pairStatus(await findPairFor(elsa, second, ctx))).toBe('ended')
  })
})

describe('the joint step', () => {
  test('holds when both have confirmed the same version, and no longer when it is changed', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    expect(await write(samira, pairId, 0, ctx)).toBe(1)
    expect(await confirm(samira, pairId, 1, ctx)).toBe('waiting')
    expect(await listWalkNeedsFor(elsa, ctx)).toMatchObject([{ kind: 'confirm', pairId, moduleId: 'M0' }])
    expect(await confirm(elsa, pairId, 1, ctx)).toBe('complete')
    expect(await confirm(elsa, pairId, 1, ctx)).toBe('complete')
    expect(await standing(samira, pairId, ctx)).toBe('complete')
    expect(await write(elsa, pairId, 1, ctx, 'Färre fall')).toBe(2)
    expect(await standing(samira, pairId, ctx)).toBe('unconfirmed')
    await expect(confirm(samira, pairId, 1, ctx)).rejects.toMatchObject({ code: 'conflict' })
    expect(await confirm(samira, pairId, 2, ctx)).toBe('waiting')
  })

  test('takes nobody’s text away: a save from an older version is refused', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    await write(samira, pairId, 0, ctx, 'Samiras mål')
    await expect(write(elsa, pairId, 0, ctx, 'Elsas mål')).rejects.toMatchObject({ code: 'conflict' })
    expect(await goalOf(elsa, pairId, ctx)).toBe('Samiras mål')
  })

  test('is confirmed by both at once', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { samira, elsa, pairId } = await aPair(ctx)
    await write(samira, pairId, 0, ctx)
    const answers = await Promise.all([samira, elsa].map((who) => confirm(who, pairId, 1, freshDb.ctx())))
    expect(answers.sort()).toEqual(['complete', 'waiting'])
    expect(await standing(elsa, pairId, ctx)).toBe('complete')
  })

  test('saved by both at once keeps one text and tells the other writer', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { samira, elsa, pairId } = await aPair(ctx)
    const saved = await Promise.allSettled([samira, elsa].map((who) => write(who, pairId, 0, freshDb.ctx(), who.name)))
    expect(saved.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const winner = [samira, elsa][saved.findIndex((one) => one.status === 'fulfilled')]
    expect(await goalOf(elsa, pairId, ctx)).toBe(winner?.name)
  })

  test('is nobody else’s to read, write or confirm', async ({ ctx }) => {
    const { unit, samira, elsa, yusuf, tove, pairId } = await aPair(ctx)
    await write(samira, pairId, 0, ctx)
    const elsewhere = await walking(yusuf, elsa, unit.id, ctx)
    for (const who of [yusuf, tove, await anOutsider(ctx)]) {
      await expect(standing(who, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(write(who, pairId, 1, ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(confirm(who, pairId, 1, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(standing(samira, elsewhere, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('waits while they pause, and is closed when they have ended', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    await pausePair(elsa, { pairId }, ctx)
    await expect(write(samira, pairId, 0, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await resumePair(samira, { pairId }, ctx)
    await write(samira, pairId, 0, ctx)
    await endPair(samira, { pairId }, ctx)
    await expect(confirm(elsa, pairId, 1, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(endPair(elsa, { pairId }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await standing(elsa, pairId, ctx)).toBe('unconfirmed')
  })
})

describe('another manager', () => {
  test('reads what was written together, confirms for themselves, and gets nothing that was shared before', async ({ ctx }) => {
    const { samira, elsa, tove, pairId } = await aPair(ctx)
    await write(samira, pairId, 0, ctx)
    await confirm(elsa, pairId, 1, ctx)
    await writeReflection(samira, { pathId, moduleId: 'm0', text: 'Till Elsa', share: pairId, language: 'sv' }, ctx)
    await nameLeader(elsa, { pairId, colleagueId: tove.id }, ctx)
    expect(await standing(elsa, pairId, ctx)).toBe('waits_for_other')
    await expect(standing(tove, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await acceptPair(tove, { pairId }, ctx)

    expect(await standing(tove, pairId, ctx)).toBe('unconfirmed')
    expect((await findPairWalkFor(tove, pairId, ctx)).shared).toEqual([])
    await expect(findPairFor(elsa, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    const { leaders } = await findPairFor(samira, pairId, ctx)
    expect(leaders.map((one) => [one.name, one.joinedAt !== null, one.endedAt !== null])).toEqual([
      ['Elsa Öberg', true, true],
      ['Tove Mæhlum', true, false],
    ])
  })

  test('is asked by the resource person when the manager has left the unit', async ({ ctx }) => {
    const { samira, elsa, tove, pairId } = await aPair(ctx)
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
    const without = { ...elsa, roles: [] }
    await expect(findPairFor(without, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    for (const taken of [samira.id, elsa.id])
      await expect(nameLeader(samira, { pairId, colleagueId: taken }, ctx)).rejects.toMatchObject({ code: 'invalid' })
    await nameLeader(samira, { pairId, colleagueId: tove.id }, ctx)
    await acceptPair(tove, { pairId }, ctx)
    expect(leaderNow(await findPairFor(samira, pairId, ctx))?.personId).toBe(tove.id)
  })
})

async function walkOf(actor: Person, ctx: TestCtx) {
  return findWalkFor(actor, await findReadingFor(actor, { pathId }, ctx), ctx)
}

describe('the own track', () => {
  test('is ticked off and seen by the other one, on its own track only', async ({ ctx }) => {
    const { samira, elsa, tove, pairId } = await aPair(ctx)
    const step = { pathId, moduleId: 'm0' }
    const walk = await walkOf(samira, ctx)
    const activityId = walk?.next?.kind === 'activity' ? walk.next.activityId : ''
    await markDone(samira, { ...step, activityId }, ctx)
    await markDone(samira, { ...step, activityId }, ctx.at('2026-05-01T08:00:00Z'))
    const seen = await findPairWalkFor(elsa, pairId, ctx)
    expect(seen.walk.done).toEqual({ resource_person: { [`M0/${activityId}`]: ctx.now }, leader: {} })
    expect((await walkOf(tove, ctx))?.done.resource_person).toEqual({})
    await markUndone(samira, { ...step, activityId }, ctx)
    expect((await findPairWalkFor(elsa, pairId, ctx)).walk.done.resource_person).toEqual({})
    await expect(markDone(samira, { ...step, activityId: 'nothing' }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('thoughts are kept, shared, taken back and let go of', async ({ ctx }) => {
    const { samira, elsa, yusuf, pairId } = await aPair(ctx)
    const think = (text: string, share: string) =>
      writeReflection(samira, { pathId, moduleId: 'm0', text, share, language: 'sv' }, ctx)
    const shared = async () => (await findPairWalkFor(elsa, pairId, ctx)).shared.map((one) => one.text)
    await think('Jag är osäker', 'private')
    expect(await shared()).toEqual([])
    await think('Jag är säkrare', pairId)
    expect(await shared()).toEqual(['Jag är säkrare'])
    await think('Jag är säkrare', 'private')
    expect(await shared()).toEqual([])
    expect((await findReflectionFor(samira, { pathId, moduleId: 'M0' }, ctx))?.text).toBe('Jag är säkrare')
    expect((await findReflectionFor(elsa, { pathId, moduleId: 'M0' }, ctx))?.text).toBe('')
    await think('', 'private')
    expect(await ctx.db.select().from(reflections)).toEqual([])
    const foreign = writeReflection(yusuf, { pathId, moduleId: 'm0', text: 'x', share: pairId, language: 'sv' }, ctx)
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('letters go to the one who is asked, and to the one whose yes is missing; nobody’s words are in them', async ({ ctx }) => {
  const office = openPost()
  onTestFinished(office.close)
  const { unit, samira } = await aUnitWithPeople(ctx)
  const liv = await aUser(ctx, { name: 'Liv Berg', locale: 'nb' })
  const leader = await aPersonWith(ctx, 'unit_manager', { unit }, liv)
  const pairId = newId()
  await startPair(samira, { id: pairId, pathId, unitId: unit.id, as: 'resource_person', colleagueId: leader.id }, ctx)
  await office.work(ctx)
  await acceptPair(personOf(liv, leader.roles), { pairId }, ctx)
  await write(samira, pairId, 0, ctx, 'Hemligt mål')
  await confirm(samira, pairId, 1, ctx)
  await office.work(ctx)
  const mails = await office.mails()
  expect(mails.map((mail) => mail.receiver)).toEqual([liv.email, liv.email])
  const told = mails.map((mail) => mail.words).join('\n')
  expect(mails.map((mail) => mail.subject).sort()[0]).toMatch(/^Samira Nilsson har godkjent avsjekken deres: /)
  expect(told).toContain(`http://samlara.test/pairs/${pairId}/joint/m0`)
  expect(told).toContain(`http://samlara.test/pairs/${pairId}`)
  expect(told).not.toContain('Hemligt')
})
