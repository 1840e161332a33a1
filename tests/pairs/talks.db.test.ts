import { describe, expect, onTestFinished } from 'vitest'
import { remindOfWhatWaits } from '#app/features/notifications/commands/remind.server.ts'
import { endPair, nameLeader, pausePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { openTalkFeed } from '#app/features/pairs/commands/open-talk-feed.server.ts'
import { acceptPair } from '#app/features/pairs/commands/pairs.server.ts'
import { cancelTalk, markStep, moveTalk, noteTalk, planTalk } from '#app/features/pairs/commands/talks.server.ts'
import { listMyPairsFor } from '#app/features/pairs/queries/my-pairs.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findTalkEntryFor, readTalkFeed } from '#app/features/pairs/queries/talk-calendar.server.ts'
import { findTalkFor } from '#app/features/pairs/queries/talks.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays, dayAt } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { roles } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aPair, walking } from './pairs.ts'

const inDays = (ctx: TestCtx, days: number) => addDays(dayAt(ctx.now, 'Europe/Stockholm'), days)
const later = (ctx: TestCtx, days: number) => ctx.at(new Date(ctx.now.getTime() + days * 86_400_000).toISOString())

async function aTalk(who: Person, pairId: string, ctx: TestCtx, days = 7): Promise<string> {
  const when = { onDay: inDays(ctx, days), startsAt: '13:00', place: 'Fikarummet' }
  return planTalk(who, { id: newId(), pairId, ...when, language: 'sv' }, ctx)
}

const said = { outcome: 'held', notes: 'Vi börjar med checklistan', nextStep: '', language: 'sv' } as const

describe('a talk', () => {
  test('planned by one is seen by both, pressed twice it is one', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    const talk = { id: newId(), pairId, onDay: inDays(ctx, 7), startsAt: undefined, place: '', language: 'sv' } as const
    await planTalk(samira, talk, ctx)
    await planTalk(samira, talk, ctx)
    const page = await findPairPageFor(elsa, { pairId, locale: 'sv' }, ctx)
    expect(page.view?.talks).toMatchObject([{ id: talk.id, standing: 'ahead', startsAt: null }])
    const [mine] = await listMyPairsFor(elsa, 'sv', ctx)
    expect(mine).toMatchObject({ status: 'under_way', talk: { onDay: talk.onDay }, steps: { done: 0 } })
    const past = planTalk(samira, { ...talk, id: newId(), onDay: inDays(ctx, -1) }, ctx)
    await expect(past).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is nobody else’s, not to see, to move or to note', async ({ ctx }) => {
    const { unit, samira, elsa, yusuf, tove, pairId } = await aPair(ctx)
    const about = { pairId, talkId: await aTalk(samira, pairId, ctx, 0) }
    const elsewhere = await walking(yusuf, elsa, unit.id, ctx)
    for (const who of [yusuf, tove, await anOutsider(ctx)]) {
      await expect(findTalkFor(who, about, ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(findTalkEntryFor(who, about, ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(cancelTalk(who, about, ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(noteTalk(who, { ...about, ...said, version: 1 }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
    const misplaced = findTalkFor(elsa, { pairId: elsewhere, talkId: about.talkId }, ctx)
    await expect(misplaced).rejects.toMatchObject({ code: 'not_found' })
  })

  test('asks both how it went once its day has passed, and no longer when one has said so', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    const about = { pairId, talkId: await aTalk(samira, pairId, ctx, 2) }
    await expect(noteTalk(elsa, { ...about, ...said, version: 1 }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    expect(await listWalkNeedsFor(elsa, ctx)).toEqual([])
    const after = later(ctx, 3)
    for (const who of [samira, elsa])
      expect(await listWalkNeedsFor(who, after)).toMatchObject([{ kind: 'note_talk', talkId: about.talkId }])
    await noteTalk(elsa, { ...about, ...said, version: 1, nextStep: 'Visa den', nextStepOn: inDays(ctx, 5) }, after)
    expect(await listWalkNeedsFor(samira, after)).toEqual([])
    expect((await findTalkFor(samira, about, after)).talk).toMatchObject({ standing: 'held', notes: said.notes })

    const due = later(ctx, 5)
    for (const who of [samira, elsa])
      expect(await listWalkNeedsFor(who, due)).toMatchObject([{ kind: 'take_step', talkId: about.talkId }])
    await markStep(samira, { ...about, done: true }, due)
    expect(await listWalkNeedsFor(elsa, due)).toEqual([])
    await markStep(samira, { ...about, done: false }, due)
    expect(await listWalkNeedsFor(elsa, due)).toHaveLength(1)
  })

  test('takes nobody’s notes away: who saves from an older version is told, and both at once keeps one', async ({
    freshDb,
  }) => {
    const ctx = freshDb.ctx()
    const { samira, elsa, pairId } = await aPair(ctx)
    const about = { pairId, talkId: await aTalk(samira, pairId, ctx, 0) }
    const saved = await Promise.allSettled(
      [samira, elsa].map((who) => noteTalk(who, { ...about, ...said, notes: who.name, version: 1 }, freshDb.ctx())),
    )
    expect(saved.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const winner = [samira, elsa][saved.findIndex((one) => one.status === 'fulfilled')]
    expect((await findTalkFor(elsa, about, ctx)).talk).toMatchObject({ notes: winner?.name, version: 2 })
    await expect(moveTalk(elsa, { ...about, version: 2, onDay: inDays(ctx, 1), place: '' }, ctx)).rejects.toMatchObject({
      reason: 'pairs_error_talk_over',
    })
  })

  test('rests with a pause and is called off with the end', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    const about = { pairId, talkId: await aTalk(samira, pairId, ctx) }
    await pausePair(elsa, { pairId }, ctx)
    await expect(aTalk(samira, pairId, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await moveTalk(samira, { ...about, version: 1, onDay: inDays(ctx, 9), place: '' }, ctx)
    await endPair(samira, { pairId }, ctx)
    expect((await findTalkFor(elsa, about, ctx)).talk.standing).toBe('cancelled')
  })
})

describe('calendars and letters', () => {
  test('keep the entry’s UID; moved and called off it says so, to both', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { samira, elsa, pairId } = await aPair(ctx)
    await office.work(ctx)
    const before = (await office.mails()).length
    const talkId = await aTalk(samira, pairId, ctx)
    const about = { pairId, talkId }
    const file = await findTalkEntryFor(samira, about, ctx)
    expect(file).toContain(`UID:talk-${talkId}@samlara`)
    expect(file).toContain('SEQUENCE:0')
    await office.work(ctx)
    await moveTalk(elsa, { ...about, version: 1, onDay: inDays(ctx, 8), startsAt: '09:00', place: 'Digitalt' }, ctx)
    const token = (await openTalkFeed(elsa, ctx)).match(/calendar\/(.+)\.ics$/)?.[1] ?? ''
    expect(await readTalkFeed(token, ctx)).toContain('SEQUENCE:1')
    await office.work(ctx)
    await cancelTalk(elsa, about, ctx)
    await office.work(ctx)
    const feed = await readTalkFeed(token, ctx)
    expect(feed).toContain('SEQUENCE:2')
    expect(feed).toContain('STATUS:CANCELLED')
    const mails = await office.mails()
    expect(mails.length - before).toBe(6)
    const enclosed = mails.map((mail) => mail.attachments.map(({ content }) => contentOf(content)))
    expect(enclosed.filter((texts) => texts.some((text) => text.includes('METHOD:CANCEL')))).toHaveLength(2)
    for (const text of enclosed.flat()) expect(text).toContain(`UID:talk-${talkId}@samlara`)
  })

  test('follow a change of manager: out of the former one’s calendar, into the new one’s, and both are told', async ({
    ctx,
  }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { samira, elsa, yusuf, pairId } = await aPair(ctx)
    const talkId = await aTalk(samira, pairId, ctx)
    const calledOff = await aTalk(samira, pairId, ctx, 8)
    await cancelTalk(samira, { pairId, talkId: calledOff }, ctx)
    const held = await aTalk(samira, pairId, ctx, 0)
    await noteTalk(elsa, { pairId, talkId: held, ...said, version: 1 }, ctx)
    const token = async (who: Person) => (await openTalkFeed(who, ctx)).match(/calendar\/(.+)\.ics$/)?.[1] ?? ''
    const [elsasFeed, yusufsFeed] = [await token(elsa), await token(yusuf)]
    expect(await readTalkFeed(elsasFeed, ctx)).toContain(talkId)
    await office.work(ctx)
    const before = (await office.mails()).map(({ messageId }) => messageId)

    await nameLeader(samira, { pairId, colleagueId: yusuf.id }, ctx)
    await office.work(ctx)
    expect(await readTalkFeed(elsasFeed, ctx)).toContain(talkId)
    await acceptPair(yusuf, { pairId }, ctx)
    await office.work(ctx)
    expect(await readTalkFeed(elsasFeed, ctx)).not.toContain('VEVENT')
    expect(await readTalkFeed(yusufsFeed, ctx)).toContain(`UID:talk-${talkId}@samlara`)

    const mails = (await office.mails()).filter(({ messageId }) => !before.includes(messageId))
    const told = (who: Person) => mails.filter(({ receiver }) => receiver === who.email)
    // Each stands in the mail twice: for programs that answer invitations, and as a file.
    const entries = (who: Person) => [
      ...new Set(told(who).flatMap((mail) => mail.attachments.map(({ content }) => contentOf(content)))),
    ]
    expect(told(elsa).map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        'Yusuf Demir går nu lärvägen med Samira Nilsson',
        expect.stringMatching(/^Samtalet med Samira Nilsson .* är inte längre ditt$/),
      ]),
    )
    expect(told(elsa)).toHaveLength(2)
    const [withdrawn, ...others] = entries(elsa)
    expect(others).toEqual([])
    for (const part of ['METHOD:CANCEL', `UID:talk-${talkId}@samlara`, 'SEQUENCE:1']) expect(withdrawn).toContain(part)
    for (const who of [samira, yusuf]) {
      const [entry, ...more] = entries(who)
      expect(more).toEqual([])
      for (const part of ['METHOD:REQUEST', `UID:talk-${talkId}@samlara`, 'SEQUENCE:1', 'Yusuf Demir']) {
        expect(entry?.replace(/\r\n /g, '')).toContain(part)
      }
    }
    expect(
      told(elsa)
        .map(({ words }) => words)
        .join('\n'),
    ).not.toContain(`/pairs/${pairId}`)
  })

  test('tell a former manager who is back nothing, and one whose talk was called off meanwhile that it has gone', async ({
    ctx,
  }) => {
    const { samira, elsa, yusuf, pairId } = await aPair(ctx)
    const talkId = await aTalk(samira, pairId, ctx)
    await nameLeader(samira, { pairId, colleagueId: yusuf.id }, ctx)
    const office = openPost()
    onTestFinished(office.close)
    await acceptPair(yusuf, { pairId }, ctx)
    await cancelTalk(yusuf, { pairId, talkId }, ctx)
    await office.work(ctx)
    const called = async (who: Person) => {
      const mine = (await office.mails()).filter(({ receiver }) => receiver === who.email)
      return [...new Set(mine.flatMap(({ attachments }) => attachments.map(({ content }) => contentOf(content))))]
    }
    for (const who of [samira, elsa, yusuf]) {
      const texts = await called(who)
      expect(texts, who.name).toHaveLength(1)
      expect(texts[0]).toContain('METHOD:CANCEL')
    }
    const count = (await office.mails()).length
    await office.tell({ event: 'pairs.leader_followed', pairId, leaderId: yusuf.id }, ctx)
    await office.tell({ event: 'pairs.talk_handed_on', talkId, fromId: yusuf.id, sequence: 2 }, ctx)
    expect((await office.mails()).length).toBe(count)
  })

  test('a feed shows the talks of its owner’s pairs, in their language, with the rights they have now', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    await aTalk(samira, pairId, ctx)
    const token = (await openTalkFeed(elsa, ctx)).match(/calendar\/(.+)\.ics$/)?.[1] ?? ''
    expect(await readTalkFeed(token, ctx)).toContain('Samtal: Samira Nilsson')
    await ctx.db.update(roles).set({ endsAt: ctx.now })
    expect(await readTalkFeed(token, ctx)).not.toContain('VEVENT')
    await openTalkFeed(elsa, ctx)
    expect(await readTalkFeed(token, ctx)).toBeNull()
  })

  test('remind the day before and on the day of the step, each once, and of nothing that no longer holds', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { samira, elsa, pairId } = await aPair(ctx)
    const about = { pairId, talkId: await aTalk(samira, pairId, ctx, 2) }
    const off = await aTalk(samira, pairId, ctx, 2)
    await cancelTalk(samira, { pairId, talkId: off }, ctx)
    await office.work(ctx)
    const told = async () => (await office.mails()).map((mail) => mail.subject)
    const before = (await told()).length
    for (const at of [later(ctx, 1), later(ctx, 1)]) {
      await remindOfWhatWaits(at)
      await office.work(at)
    }
    const near = (await told()).filter((subject) => subject?.startsWith('I morgon'))
    expect(near.sort()).toEqual(['I morgon: samtal med Elsa Öberg', 'I morgon: samtal med Samira Nilsson'])
    const day = later(ctx, 2)
    await noteTalk(elsa, { ...about, ...said, version: 1, nextStep: 'Hemligt steg', nextStepOn: inDays(ctx, 4) }, day)
    const due = later(ctx, 4)
    await remindOfWhatWaits(due)
    await markStep(samira, { ...about, done: true }, due)
    await office.work(due)
    expect(await told()).toHaveLength(before + 2)
    await markStep(samira, { ...about, done: false }, due)
    await remindOfWhatWaits(due)
    await office.work(due)
    expect(await told()).toHaveLength(before + 4)
    expect((await office.mails()).map((mail) => mail.words).join('\n')).not.toContain('Hemligt')
  })
})

function contentOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
