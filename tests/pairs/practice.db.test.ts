// Checklists and practice as somebody walks them, with forms alone: what makes a step done, and who decides it.
import { expect, onTestFinished } from 'vitest'
import { nameLeader } from '#app/features/pairs/commands/keep-pair.server.ts'
import { moveToVersion } from '#app/features/pairs/commands/move-version.server.ts'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { tickItems } from '#app/features/pairs/commands/practice.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findPairWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import type { Activity, LearningModule } from '#app/features/paths/rules/shape.ts'
import { newId } from '#app/kernel/ids.ts'
import { pathTicks } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { aModule, aPathBeingMade, publish, read, say, write } from '#tests/paths/making.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'

const post = (ctx: TestCtx, as: { id: string }, path: string, form: Record<string, string> = {}) =>
  ask(ctx, { path, as, form, locale: 'sv' })

/** Samira and Elsa walk a path whose first module has a checklist and a practice task for Samira. */
async function aWalk(ctx: TestCtx) {
  const people = await aPathBeingMade(ctx)
  const { unit, samira, elsa, madeId: pathId } = people
  const whole = { minutes: 20, text: read('Läs.') }
  const tasks: Activity[] = [
    {
      ...whole,
      id: 'list',
      kind: 'checklist',
      title: say('Listan'),
      items: ['one', 'two'].map((id) => ({ id, text: say(id) })),
    },
    { ...whole, id: 'try', kind: 'practice', title: say('Prova'), task: read('Gör så här.') },
  ]
  const module = aModule('A1')
  const tracks = { ...module.tracks, resource_person: tasks }
  await write(elsa, pathId, (draft) => ({ ...draft, modules: [{ ...module, tracks }] }), ctx)
  await publish(elsa, pathId, {}, ctx)
  const pairId = newId()
  await startPair(samira, { id: pairId, pathId, unitId: unit.id, as: 'resource_person', colleagueId: elsa.id }, ctx)
  await acceptPair(elsa, { pairId }, ctx)
  const done = async () => Object.keys((await findPairWalkFor(elsa, pairId, ctx)).walk.done.resource_person)
  const at = (activity: string) => `/paths/${pathId}/a1/${activity}`
  return { ...people, pairId, done, at }
}

test('a checklist is done when everything on it is ticked, and not by hand', async ({ ctx }) => {
  const { samira, done, at } = await aWalk(ctx)
  expect((await ask(ctx, { path: at('list'), as: samira })).text).toContain('name="items"')
  expect((await post(ctx, samira, `${at('list')}/done`)).status).toBe(403)
  await post(ctx, samira, `${at('list')}/ticks`, { items: 'one' })
  expect((await ask(ctx, { path: at('list'), as: samira })).text).toMatch(
    /checked=""[^>]*value="one"|value="one"[^>]*checked=""/,
  )
  expect(await done()).toEqual([])
  const both = new URLSearchParams([
    ['items', 'one'],
    ['items', 'two'],
  ])
  await ask(ctx, { path: `${at('list')}/ticks`, as: samira, form: both as unknown as Record<string, string> })
  expect(await done()).toEqual(['A1/list'])
  await post(ctx, samira, `${at('list')}/ticks`)
  expect(await done()).toEqual([])
})

test('the letter about practice goes to the other one alone, without what was told, and only while it waits for them', async ({
  ctx,
}) => {
  const { samira, elsa, pairId, at } = await aWalk(ctx)
  const office = openPost()
  onTestFinished(office.close)
  const page = `/pairs/${pairId}/practice/a1/try`
  const tell = (version: string) => post(ctx, samira, `${at('try')}/practice`, { version, note: 'Vi provade en morgon.' })
  await tell('0')
  await office.work(ctx)
  const mails = await office.mails()
  expect(mails.map(({ receiver, subject }) => [receiver, subject])).toEqual([
    [elsa.email, `${samira.name} har gjort en övning och ber dig signera`],
  ])
  expect(mails[0]?.words).toContain(`http://samlara.test${page}`)
  expect(mails[0]?.words).not.toContain('Vi provade')
  // Sent back, and signed, before the post was carried: nothing waits for her.
  await post(ctx, elsa, page, { version: '1', note: 'Berätta hur det gick för dem.' })
  await tell('1')
  await post(ctx, elsa, `${page}/signature`, { version: '2' })
  await ctx.settled()
  expect(office.waiting).toHaveLength(1)
  await office.work(ctx)
  expect(await office.mails()).toHaveLength(1)
})

test('practice is told, sent back with words, told anew and signed: then it is done', async ({ ctx }) => {
  const { samira, elsa, yusuf, tove, pairId, done, at } = await aWalk(ctx)
  const page = `/pairs/${pairId}/practice/a1/try`
  expect((await post(ctx, samira, `${at('try')}/done`)).status).toBe(403)
  await post(ctx, samira, `${at('try')}/practice`, { version: '0', note: 'Vi provade en morgon.' })
  await ctx.settled()
  expect(ctx.jobs.map((job) => job.data.event)).toContain('pairs.practised')
  expect(await listWalkNeedsFor(elsa, ctx)).toMatchObject([
    { kind: 'sign', pairId, other: 'Samira Nilsson', activityId: 'try' },
  ])
  expect(await listWalkNeedsFor(samira, ctx)).toEqual([])
  expect((await ask(ctx, { path: page, as: elsa })).text).toContain('Vi provade en morgon.')
  for (const as of [yusuf, tove, await anOutsider(ctx)]) {
    expect((await ask(ctx, { path: page, as })).status).toBe(404)
    expect((await post(ctx, as, `${page}/signature`, { version: '1' })).status).toBe(404)
  }
  expect((await post(ctx, samira, `${page}/signature`, { version: '1' })).status).toBe(403)
  expect(await done()).toEqual([])
  await post(ctx, elsa, page, { version: '1', note: 'Vad sa patienten?' })
  expect((await ask(ctx, { path: at('try'), as: samira })).text).toContain('Vad sa patienten?')
  expect(await listWalkNeedsFor(elsa, ctx)).toEqual([])
  expect(await listWalkNeedsFor(samira, ctx)).toMatchObject([{ kind: 'practise_again', pairId, activityId: 'try' }])
  expect((await post(ctx, elsa, `${page}/signature`, { version: '1' })).status).toBe(409)
  await post(ctx, samira, `${at('try')}/practice`, { version: '1', note: 'Hon sa ja.' })
  expect(await listWalkNeedsFor(samira, ctx)).toEqual([])
  expect((await post(ctx, elsa, `${page}/signature`, { version: '1' })).status).toBe(409)
  expect((await post(ctx, elsa, `${page}/signature`, { version: '2' })).status).toBe(302)
  expect(await done()).toEqual(['A1/try'])
  expect(await listWalkNeedsFor(elsa, ctx)).toEqual([])
  const late = await post(ctx, samira, `${at('try')}/practice`, { version: '2', note: 'En gång till' })
  expect([late.status, late.text.includes('Hon sa ja.')]).toEqual([409, true])
})

test('what a former manager told of practice is read by nobody who follows, and waits for nobody', async ({ ctx }) => {
  const { samira, elsa, tove, madeId, pairId } = await aWalk(ctx)
  const own = { id: 'lead', title: say('Led'), minutes: 20, text: read('Läs.'), task: read('Gör så här.') }
  const leader: Activity[] = [{ ...own, kind: 'practice' }]
  const withPractice = (one: LearningModule) => ({ ...one, tracks: { ...one.tracks, leader } })
  await write(elsa, madeId, (draft) => ({ ...draft, modules: draft.modules.map(withPractice) }), ctx)
  await publish(elsa, madeId, { note: 'Övning för chefen' }, ctx)
  await moveToVersion(samira, { pairId, version: 2 }, ctx)
  await post(ctx, elsa, `/paths/${madeId}/a1/lead/practice`, { version: '0', note: 'Elsas egna ord' })
  expect(await listWalkNeedsFor(samira, ctx)).toMatchObject([{ kind: 'sign', activityId: 'lead' }])
  await nameLeader(samira, { pairId, colleagueId: tove.id }, ctx)
  await acceptPair(tove, { pairId }, ctx)
  expect(await listWalkNeedsFor(samira, ctx)).toEqual([])
  for (const as of [samira, tove]) {
    expect((await ask(ctx, { path: `/pairs/${pairId}/practice/a1/lead`, as })).status).toBe(404)
    expect((await ask(ctx, { path: `/pairs/${pairId}`, as })).text).not.toContain('Elsas egna ord')
  }
})

test('a list that is sent several times at once is kept once', async ({ freshDb }) => {
  const { samira, madeId: pathId } = await aWalk(freshDb.ctx())
  const list = { pathId, moduleId: 'a1', activityId: 'list', items: ['one', 'two'] }
  await Promise.all([1, 2, 3, 4, 5].map(() => tickItems(samira, list, freshDb.ctx())))
  expect(await freshDb.open.db.select().from(pathTicks)).toHaveLength(2)
})
