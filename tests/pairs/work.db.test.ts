// What is done at work counts on the path by itself, is shown to those who may see it, and goes when it is taken back.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { removeCycle, writeCycle } from '#app/features/pairs/commands/cycles.server.ts'
import { findPairWorkFor } from '#app/features/pairs/queries/pair-work.server.ts'
import { findPairWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  followUpAnswers,
  followUpSteps,
  followUps,
  improvementWorks,
  posts,
  teachingSessions,
  visits,
} from '#db/schema/index.ts'
import { aPostBy } from '#tests/blogs/writing.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aVisit, userAgain } from '#tests/support/factories.ts'
import { someoneIn } from '#tests/support/participants.ts'
import { ask } from '#tests/support/remix.ts'
import { taught } from '#tests/teaching/people.ts'
import { aPair, pathId } from './pairs.ts'

const doneOf = async (who: Person, pairId: string, ctx: TestCtx) =>
  Object.keys((await findPairWalkFor(who, pairId, ctx)).walk.done.resource_person)

async function aHostedVisit(ctx: TestCtx, samira: Person, endsOn: string) {
  const host = await aUnit(ctx, { name: 'Lungmottagningen' })
  const days = { startsOn: endsOn, endsOn }
  const visit = await aVisit(ctx, {
    host,
    guests: [{ name: 'Hjemmetjenesten', country: 'NO' }],
    status: 'evaluating',
    title: 'Tryggt hem',
  })
  await ctx.db.update(visits).set(days).where(eq(visits.id, visit.id))
  const { person } = await someoneIn(ctx, visit, { side: 'host', user: await userAgain(ctx, samira) })
  return { visit, inVisit: person }
}

test('a visit that was hosted counts; the other one sees that it counts, and which it was only if they may', async ({
  ctx,
}) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  const { visit, inVisit } = await aHostedVisit(ctx, samira, '2026-05-05')
  for (const who of [samira, elsa]) expect(await doneOf(who, pairId, ctx)).toEqual(['M9/co-learning-visit'])
  const [seen] = (await findPairWorkFor(elsa, pairId, ctx)).work
  expect(seen).toMatchObject({ kind: 'visit_hosted', by: 'resource_person', mine: false, shown: null })
  const own = (await findPairWorkFor(inVisit, pairId, ctx)).work[0]
  expect(own).toMatchObject({ mine: true, shown: { to: `/visits/${visit.id}`, title: 'Tryggt hem', day: '2026-05-05' } })
  const page = await ask(ctx, { path: `/pairs/${pairId}`, as: elsa, locale: 'sv' })
  expect(page.text).toContain('Samira Nilsson har tagit emot ett besök')
  for (const url of [`/pairs/${pairId}`, `/pairs/${pairId}.data`])
    expect((await ask(ctx, { path: url, as: elsa })).text).not.toMatch(/Tryggt hem|2026-05-05/)
  await ctx.db.update(visits).set({ status: 'cancelled' }).where(eq(visits.id, visit.id))
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
})

test('improvement work that a guest brought counts when they say, months after the visit, that it is tested or in use at home', async ({
  ctx,
}) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  const visit = await aVisit(ctx, {
    host: await aUnit(ctx, { name: 'Lungmottagningen' }),
    guests: [{ name: 'Hjemmetjenesten', country: 'NO' }],
    status: 'followed_up',
    title: 'Tryggt hem',
  })
  const { person, participant } = await someoneIn(ctx, visit, { side: 'guest', user: await userAgain(ctx, samira) })
  const work = { visitId: visit.id, language: 'sv', position: 0, createdAt: ctx.now, updatedAt: ctx.now }
  const [own, theirs] = [newId(), newId()]
  await ctx.db.insert(improvementWorks).values([
    { ...work, id: own, side: 'guest', title: 'Frågan överst på tavlan' },
    { ...work, id: theirs, side: 'host', origin: 'decided', title: 'Ringa dagen efter' },
  ])
  const followUpId = newId()
  const round = { months: 3, instrumentVersion: 1, opensAt: ctx.now, closesAt: ctx.now }
  await ctx.db.insert(followUps).values({ id: followUpId, visitId: visit.id, ...round })
  const answered = { followUpId, participantId: participant.id }
  await ctx.db.insert(followUpAnswers).values({ ...answered, answers: {}, language: 'sv', answeredAt: ctx.now })
  const say = async (followedId: string, progress: 'idea' | 'testing' | 'implemented' | 'stopped') => {
    await ctx.db.delete(followUpSteps)
    await ctx.db.insert(followUpSteps).values({ ...answered, followedKind: 'improvement_work', followedId, progress })
    return (await doneOf(elsa, pairId, ctx)).sort()
  }
  expect(await say(own, 'idea')).toEqual([])
  expect(await say(own, 'testing')).toEqual(['M4/first-small-test'])
  expect(await say(own, 'implemented')).toEqual(['M4/first-small-test', 'M9/make-it-last'])
  const [seen] = (await findPairWorkFor(elsa, pairId, ctx)).work
  expect(seen).toMatchObject({ kind: 'work_tested', by: 'resource_person', mine: false, shown: null })
  const mine = (await findPairWorkFor(person, pairId, ctx)).work
  expect(mine).toMatchObject([
    { shown: { title: 'Tryggt hem' } },
    { kind: 'work_implemented', shown: { to: `/visits/${visit.id}` } },
  ])
  const page = await ask(ctx, { path: `/pairs/${pairId}`, as: elsa, locale: 'sv' })
  expect(page.text).toContain('Samira Nilsson har infört ett förbättringsarbete från ett besök')
  expect(page.text).not.toMatch(/Tryggt hem|Frågan överst/)
  expect(await say(own, 'stopped')).toEqual([])
  expect(await say(theirs, 'implemented'), 'what the hosts do is theirs').toEqual([])
  await say(own, 'implemented')
  await ctx.db.update(improvementWorks).set({ withdrawnAt: ctx.now })
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
  await ctx.db.update(improvementWorks).set({ withdrawnAt: null })
  await ctx.db.update(followUpAnswers).set({ answeredAt: new Date(ctx.now.getTime() - 1000) })
  expect(await doneOf(samira, pairId, ctx), 'said before the walk began').toEqual([])
})

test('what was done before the walk does not count', async ({ ctx }) => {
  const { samira, pairId } = await aPair(ctx)
  await aHostedVisit(ctx, samira, '2026-03-05')
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
})

test('a post counts until it is taken down', async ({ ctx }) => {
  const { samira, pairId } = await aPair(ctx)
  const { visit, inVisit } = await aHostedVisit(ctx, samira, '2026-03-05')
  const postId = await aPostBy(inVisit, visit, ctx)
  expect(await doneOf(samira, pairId, ctx)).toEqual(['M9/one-page-result'])
  const activity = await ask(ctx, { path: `/paths/${pathId}/m9/one-page-result`, as: samira, locale: 'sv' })
  expect(activity.text).toContain('Det räknas av sig självt')
  expect(activity.text).toContain('Frågan vi hade slutat ställa')
  await ctx.db
    .update(posts)
    .set({ takenDownAt: ctx.now })
    .where(eq(posts.id, String(postId)))
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
  expect((await ask(ctx, { path: `/paths/${pathId}/m9/one-page-result`, as: samira })).text).not.toContain('Frågan vi hade')
})

test('a session counts when a manager has signed it, and again when a learner has taught it on', async ({ ctx }) => {
  const { unit, samira, yusuf, pairId } = await aPair(ctx)
  const first = await taught(samira, unit.id, ctx, { taughtOn: '2026-04-14' })
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
  const signed = { signedAt: ctx.now }
  await ctx.db.update(teachingSessions).set(signed).where(eq(teachingSessions.id, first))
  expect(await doneOf(samira, pairId, ctx)).toEqual(['M2/hold-session'])
  const second = await taught(yusuf, unit.id, ctx, { taughtOn: '2026-04-14' })
  await ctx.db
    .update(teachingSessions)
    .set({ ...signed, learntFromId: first })
    .where(eq(teachingSessions.id, second))
  expect((await doneOf(samira, pairId, ctx)).sort()).toEqual(['M2/hold-session', 'M6/train-and-observe'])
})

test('either of the two keeps a cycle, both see it, and what it counts as goes with it', async ({ ctx }) => {
  const { samira, elsa, yusuf, tove, pairId } = await aPair(ctx)
  const id = newId()
  const cycle = {
    id,
    pairId,
    onDay: '2026-04-15',
    plan: 'Fråga tre patienter',
    done: '',
    study: '',
    act: '',
    language: 'sv' as const,
  }
  await writeCycle(samira, { ...cycle, version: 0 }, ctx)
  await writeCycle(samira, { ...cycle, version: 0 }, ctx)
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
  await writeCycle(elsa, { ...cycle, version: 1, done: 'Vi frågade två', study: 'De visste inte' }, ctx)
  expect((await doneOf(samira, pairId, ctx)).sort()).toEqual(['M4/first-small-test', 'M4/study-the-test'])
  await expect(writeCycle(samira, { ...cycle, version: 1 }, ctx)).rejects.toMatchObject({ code: 'conflict' })
  for (const who of [yusuf, tove, await anOutsider(ctx)]) {
    await expect(writeCycle(who, { ...cycle, version: 2 }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(removeCycle(who, { pairId, cycleId: id }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    for (const url of [`/pairs/${pairId}/cycles/${id}`, `/pairs/${pairId}/cycles/new`])
      expect((await ask(ctx, { path: url, as: who })).status).toBe(404)
  }
  const read = await ask(ctx, { path: `/pairs/${pairId}/cycles/${id}`, as: elsa })
  expect(read.text).toContain('Vi frågade två')
  await writeCycle(elsa, { ...cycle, version: 2 }, ctx)
  expect(await doneOf(samira, pairId, ctx)).toEqual([])
  await removeCycle(samira, { pairId, cycleId: id }, ctx)
  expect((await findPairWorkFor(elsa, pairId, ctx)).cycles).toEqual([])
})

test('a cycle is written with a form alone, and what was refused is not lost', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  const id = newId()
  const form = { id, version: '0', onDay: '2026-04-15', plan: 'En kollega, en dag' }
  const sent = await ask(ctx, { path: `/pairs/${pairId}/cycles/new`, as: samira, form })
  expect([sent.status, sent.headers.get('location')]).toEqual([302, `/pairs/${pairId}#work`])
  const late = await ask(ctx, { path: `/pairs/${pairId}/cycles/${id}`, as: elsa, form: { ...form, plan: 'Elsas plan' } })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Elsas plan')
  expect(late.text).toMatch(/name="version" value="1"/)
  expect((await ask(ctx, { path: `/pairs/${pairId}`, as: elsa })).text).toContain('En kollega, en dag')
})
