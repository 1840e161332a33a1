// Learning groups on the wire: who reads a thought that is shared with a group, and who does not, whatever they lead.
import { eq } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { inviteToGroup, joinGroup, removeFromGroup } from '#app/features/pairs/commands/groups.server.ts'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { findGroupFor, findGroupPageFor } from '#app/features/pairs/queries/groups.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findReflectionFor } from '#app/features/pairs/queries/writing.server.ts'
import { choiceOf } from '#app/features/pairs/rules/group.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { roles } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { ask } from '#tests/support/remix.ts'
import { aPair, pathId } from './pairs.ts'

const post = (ctx: TestCtx, as: { id: string }, path: string, form: Record<string, string> = {}) =>
  ask(ctx, { path, as, form, locale: 'sv' })
const reflection = `/paths/${pathId}/m0/reflection`
const secret = 'Nattdjupt hemligt'

/** Samira and Yusuf each walk with Elsa; Samira has made a group at their unit and Yusuf is in it. */
async function aGroup(ctx: TestCtx) {
  const people = await aPair(ctx)
  const { unit, samira, elsa, yusuf } = people
  const pairId = newId()
  await startPair(elsa, { id: pairId, pathId, unitId: unit.id, as: 'leader', colleagueId: yusuf.id }, ctx)
  await acceptPair(yusuf, { pairId }, ctx)
  const groupId = newId()
  const made = await post(ctx, samira, '/groups/new', { id: groupId, unitId: unit.id, pathId, name: 'Torsdagsgruppen' })
  expect(made.headers.get('location')).toBe(`/groups/${groupId}`)
  const invited = await post(ctx, samira, `/groups/${groupId}`, { personId: yusuf.id })
  expect(invited.status).toBe(302)
  await post(ctx, yusuf, `/groups/${groupId}/acceptance`)
  return { ...people, groupId }
}

/** Every page on which the thought could stand, as a document and as the data that scripts fetch. */
async function whereRead(ctx: TestCtx, as: { id: string }, groupId: string, pairId: string): Promise<string[]> {
  const pages = [`/groups/${groupId}`, '/groups', `/pairs/${pairId}`, '/pairs', `/paths/${pathId}/m0`, '/home']
  const found: string[] = []
  for (const url of pages.flatMap((page) => [page, `${page}.data`]))
    if ((await ask(ctx, { path: url, as })).text.includes(secret)) found.push(url)
  return found
}

test('a thought that is shared with a group is read by those who are in it, and by nobody who is not', {
  timeout: 120_000,
}, async ({ ctx }) => {
  const { unit, samira, elsa, yusuf, tove, groupId, pairId } = await aGroup(ctx)
  await post(ctx, samira, reflection, { text: secret, share: choiceOf(groupId) })
  const both = [`/groups/${groupId}`, `/groups/${groupId}.data`]
  expect(await whereRead(ctx, yusuf, groupId, pairId)).toEqual(both)
  const { visit } = await aVisitWithPeople(ctx, { host: unit })
  const guest = (await someoneIn(ctx, visit, { side: 'guest' })).person
  for (const as of [elsa, tove, await anAdmin(ctx), await anOutsider(ctx), guest]) {
    expect(await whereRead(ctx, as, groupId, pairId)).toEqual([])
    expect((await ask(ctx, { path: `/groups/${groupId}`, as })).status).toBe(404)
  }
  expect((await ask(ctx, { path: `/groups/${groupId}` })).headers.get('location')).toMatch(/^\/login/)
})

test('who is asked gets one mail, in their language, with who is in the group and nothing that is written', async ({ ctx }) => {
  const { samira, elsa, groupId } = await aGroup(ctx)
  await post(ctx, samira, reflection, { text: secret, share: choiceOf(groupId) })
  const office = openPost()
  onTestFinished(office.close)
  await inviteToGroup(samira, { groupId, personId: elsa.id }, ctx)
  await expect(inviteToGroup(samira, { groupId, personId: elsa.id }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  await office.work(ctx)
  const mails = await office.mails()
  expect(mails.map(({ receiver, subject }) => [receiver, subject])).toEqual([
    [elsa.email, 'Du är bjuden till lärgruppen Torsdagsgruppen'],
  ])
  expect(mails[0]?.words).toContain('Samira Nilsson och Yusuf Demir')
  expect(mails[0]?.words).toContain(`http://samlara.test/groups/${groupId}`)
  expect(mails[0]?.words).not.toContain(secret)
})

test('an invitation that is answered or taken back before the mail goes out is not mailed', async ({ ctx }) => {
  const { samira, elsa, groupId } = await aGroup(ctx)
  const office = openPost()
  onTestFinished(office.close)
  await inviteToGroup(samira, { groupId, personId: elsa.id }, ctx)
  const asked = (await findGroupFor(samira, groupId, ctx)).members.find((one) => one.personId === elsa.id)
  await removeFromGroup(samira, { groupId, memberId: asked?.id ?? '' }, ctx)
  await inviteToGroup(samira, { groupId, personId: elsa.id }, ctx)
  await joinGroup(elsa, { groupId }, ctx)
  await ctx.settled()
  expect(office.waiting).toHaveLength(2)
  await office.work(ctx)
  expect(await office.mails()).toEqual([])
})

test('only those who answer yes read; who is asked sees who is in it and nothing that is written', async ({ ctx }) => {
  const { samira, elsa, groupId } = await aGroup(ctx)
  await post(ctx, samira, reflection, { text: secret, share: choiceOf(groupId) })
  await post(ctx, samira, `/groups/${groupId}`, { personId: elsa.id })
  expect(await listWalkNeedsFor(elsa, ctx)).toMatchObject([{ kind: 'join_group', groupId, name: 'Torsdagsgruppen' }])
  const asked = await ask(ctx, { path: `/groups/${groupId}`, as: elsa, locale: 'sv' })
  expect(asked.text).toContain('Samira Nilsson')
  expect(asked.text).not.toContain(secret)
  await post(ctx, elsa, `/groups/${groupId}/acceptance`)
  expect((await ask(ctx, { path: `/groups/${groupId}`, as: elsa })).text).toContain(secret)
  expect(await listWalkNeedsFor(elsa, ctx)).toEqual([])
})

test('leaving and being taken out end the reading, and what one had shared is one’s own again', async ({ ctx }) => {
  const { samira, elsa, yusuf, groupId, pairId } = await aGroup(ctx)
  await post(ctx, samira, reflection, { text: secret, share: choiceOf(groupId) })
  await post(ctx, yusuf, reflection, { text: 'Yusufs tanke', share: choiceOf(groupId) })
  const seat = async (who: Person) =>
    (await findGroupFor(samira, groupId, ctx)).members.find((one) => one.personId === who.id)?.id
  const refused = await post(ctx, yusuf, `/groups/${groupId}/members/${await seat(samira)}/removal`)
  expect(refused.status).toBe(403)
  await post(ctx, samira, `/groups/${groupId}/members/${await seat(yusuf)}/removal`)
  expect(await whereRead(ctx, yusuf, groupId, pairId)).toEqual([])
  expect((await findGroupPageFor(samira, groupId, ctx)).shared.map((one) => one.text)).toEqual([secret])
  const own = () => findReflectionFor(yusuf, { pathId, moduleId: 'M0' }, ctx)
  expect(await own()).toMatchObject({ text: 'Yusufs tanke', sharedGroupId: null, groups: [] })
  expect((await post(ctx, yusuf, reflection, { text: 'Igen', share: choiceOf(groupId) })).status).toBe(404)
  await post(ctx, samira, `/groups/${groupId}`, { personId: elsa.id })
  await post(ctx, elsa, `/groups/${groupId}/acceptance`)
  await post(ctx, samira, `/groups/${groupId}/leaving`)
  expect((await findGroupPageFor(elsa, groupId, ctx)).shared).toEqual([])
  expect((await ask(ctx, { path: `/groups/${groupId}`, as: samira })).status).toBe(404)
})

test('who leaves the unit reads nothing more there, nor is read, though nobody took them out; who comes back does', async ({
  ctx,
}) => {
  const { samira, yusuf, groupId, pairId } = await aGroup(ctx)
  await post(ctx, samira, reflection, { text: secret, share: choiceOf(groupId) })
  await post(ctx, yusuf, reflection, { text: 'Yusufs tanke', share: choiceOf(groupId) })
  const yusufs = eq(roles.userId, yusuf.id)
  await ctx.db.update(roles).set({ endsAt: ctx.now }).where(yusufs)
  expect(await whereRead(ctx, yusuf, groupId, pairId)).toEqual([])
  expect((await ask(ctx, { path: `/groups/${groupId}`, as: yusuf })).status).toBe(404)
  const seen = await findGroupPageFor(samira, groupId, ctx)
  expect([seen.shared.map((one) => one.text), seen.members.map((one) => one.name)]).toEqual([[secret], ['Samira Nilsson']])
  expect(seen.toInvite.map((one) => one.name)).not.toContain('Yusuf Demir')
  expect((await post(ctx, yusuf, reflection, { text: 'Igen', share: choiceOf(groupId) })).status).toBe(404)
  await ctx.db.update(roles).set({ endsAt: null }).where(yusufs)
  expect(await whereRead(ctx, yusuf, groupId, pairId)).toHaveLength(2)
})

test('a thought is private, shared with the pair or with the group, one at a time, and changes back', async ({ ctx }) => {
  const { samira, elsa, yusuf, groupId, pairId } = await aGroup(ctx)
  const read = async () => [
    (await whereRead(ctx, elsa, groupId, pairId)).length > 0,
    (await whereRead(ctx, yusuf, groupId, pairId)).length > 0,
  ]
  const choices = [
    { share: choiceOf(groupId), reads: [false, true] },
    { share: pairId, reads: [true, false] },
    { share: choiceOf(groupId), reads: [false, true] },
    { share: 'private', reads: [false, false] },
  ]
  for (const { share, reads } of choices) {
    expect((await post(ctx, samira, reflection, { text: secret, share })).status).toBe(302)
    expect(await read()).toEqual(reads)
  }
})

test('groups are made by those who lead or teach at a unit, with people who walk the path there', async ({ ctx }) => {
  const { unit, samira, yusuf, tove, groupId } = await aGroup(ctx)
  const form = { unitId: unit.id, pathId, name: 'Ny grupp' }
  expect((await post(ctx, yusuf, '/groups/new', { ...form, id: newId() })).status).toBe(404)
  expect((await ask(ctx, { path: '/groups/new', as: yusuf })).status).toBe(403)
  const id = newId()
  for (let press = 0; press < 2; press += 1)
    await post(ctx, tove, '/groups/new', { ...form, unitId: String(unit.parentId), id })
  expect((await findGroupPageFor(tove, id, ctx)).toInvite.map((one) => one.name)).toEqual([
    'Elsa Öberg',
    'Samira Nilsson',
    'Yusuf Demir',
  ])
  const elsewhere = await aPersonWith(
    ctx,
    'resource_person',
    { unit: await aUnit(ctx) },
    await aUser(ctx, { name: 'Åse Solheim' }),
  )
  const refused = await post(ctx, samira, `/groups/${groupId}`, { personId: elsewhere.id })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Välj någon som går lärvägen')
})
