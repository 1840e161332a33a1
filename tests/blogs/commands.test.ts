import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import {
  countReading,
  editComment,
  editPost,
  forgetReaders,
  publishSummary,
  removeComment,
  takeDownPost,
  withdrawName,
} from '#app/features/blogs/commands.server.ts'
import {
  findPostBySlugFor,
  findPostFor,
  findPostInVisitFor,
  latestCommentsFor,
  listOwnWriting,
  listPostsFor,
  listPublicPosts,
  listUnitPostsFor,
  measuresOfUnit,
  measuresOfVisit,
  visitorsOf,
} from '#app/features/blogs/queries.server.ts'
import { fromPlainText } from '#app/features/blogs/rich-text/plain.ts'
import { readFiles } from '#app/features/visits/queries.server.ts'
import { type Actor, visitor } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type BusEvent, listen } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { postReaders, posts, postVisibilityChanges, readingMarks, readingSalts, visitParticipants } from '#db/schema/index.ts'
import { anAdmin, aPersonWith, personOf } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { aCommentBy, aPostBy, commentsFor } from './writing.ts'

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code
      throw error
    },
  )

describe('writing', () => {
  test('guests and hosts write; the phase follows the days and the name stays as it was', async ({ ctx }) => {
    const { visit, sindre, yusuf } = await aVisitWithPeople(ctx, { startsOn: '2026-07-13', endsOn: '2026-07-15' })
    const before = await aPostBy(sindre, visit, ctx)
    const during = await aPostBy(yusuf, visit, ctx.at('2026-07-14T10:00:00Z'), { title: 'Vid tavlan' })
    const after = await aPostBy(sindre, visit, ctx.at('2026-08-01T10:00:00Z'), { title: 'Hemma igen' })
    const list = await listPostsFor(yusuf, visit.id, ctx)
    expect(list.map((post) => [post.id, post.phase])).toEqual([
      [after, 'after'],
      [during, 'during'],
      [before, 'before'],
    ])
    expect(list[1]?.author).toMatchObject({ name: 'Yusuf Demir', organisation: 'Rehabavdelningen Tallbacken', side: 'host' })
    expect(list[2]?.author).toMatchObject({ name: 'Sindre Nygård', side: 'guest' })
  })

  test('outsiders do not know of the visit, the removed no longer, and admins read no words of the participants', async ({
    ctx,
  }) => {
    const { visit, sindre, mikko, ingrid, participants } = await aVisitWithPeople(ctx)
    const post = await aPostBy(sindre, visit, ctx)
    expect(await refusal(aPostBy(mikko, visit, ctx))).toBe('not_found')
    await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participants.ingrid.id))
    const admin = await anAdmin(ctx)
    for (const actor of [mikko, ingrid, visitor, admin] as Actor[]) {
      expect(await refusal(findPostFor(actor, post, ctx))).toBe('not_found')
      expect(await refusal(commentsFor(actor, post, ctx))).toBe('not_found')
      expect(await refusal(listPostsFor(actor, visit.id, ctx))).toBe('not_found')
      expect(await refusal(latestCommentsFor(actor, visit.id, 10, ctx))).toBe('not_found')
    }
    expect(await refusal(aPostBy(ingrid, visit, ctx))).toBe('not_found')
    expect(await refusal(aPostBy(admin, visit, ctx))).toBe('forbidden')
    expect(await refusal(aCommentBy(mikko, post, ctx))).toBe('not_found')
  })

  test('a post is found only inside its own visit', async ({ ctx }) => {
    const one = await aVisitWithPeople(ctx)
    const other = await aVisitWithPeople(ctx)
    const post = await aPostBy(one.sindre, one.visit, ctx)
    expect((await findPostInVisitFor(one.karin, one.visit.id, post, ctx)).post.id).toBe(post)
    expect(await refusal(findPostInVisitFor(one.karin, other.visit.id, post, ctx))).toBe('not_found')
    expect(await refusal(findPostInVisitFor(other.karin, other.visit.id, post, ctx))).toBe('not_found')
  })

  test('pressing twice publishes one, also at the same moment; going on writing after a lost answer is told', async ({
    freshDb,
  }) => {
    const ctx = freshDb.ctx()
    const { visit, sindre, yusuf } = await aVisitWithPeople(ctx)
    const id = newId()
    await Promise.all([1, 2, 3].map(() => aPostBy(sindre, visit, freshDb.ctx(), { id })))
    expect(await listPostsFor(sindre, visit.id, ctx)).toHaveLength(1)
    expect(await refusal(aPostBy(sindre, visit, ctx, { id, body: 'Och en mening till.' }))).toBe('conflict')
    expect(await refusal(aPostBy(yusuf, visit, ctx, { id }))).toBe('conflict')
    const comment = newId()
    await Promise.all([1, 2, 3].map(() => aCommentBy(yusuf, id, freshDb.ctx(), { id: comment })))
    expect(await commentsFor(sindre, id, ctx)).toHaveLength(1)
    expect(await refusal(aCommentBy(yusuf, id, ctx, { id: comment, text: 'Annat' }))).toBe('conflict')
    expect(await refusal(aCommentBy(sindre, id, ctx, { id: comment }))).toBe('conflict')
  })

  test('two open posts of one title get an address each, also at the same moment', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit, sindre, yusuf } = await aVisitWithPeople(ctx)
    await Promise.all([sindre, yusuf].map((person) => aPostBy(person, visit, freshDb.ctx(), { visibility: 'everyone' })))
    const slugs = (await listPostsFor(sindre, visit.id, ctx)).map((post) => post.slug ?? '')
    expect(new Set(slugs).size).toBe(2)
    expect(slugs.filter((slug) => slug === 'fragan-vi-hade-slutat-stalla')).toHaveLength(1)
  })

  test('what looks like a patient is not published unseen, and the confirmation is kept', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    expect(await refusal(aPostBy(sindre, visit, ctx, { body: 'Ring 070-123 45 67.' }))).toBe('invalid')
    const id = await aPostBy(sindre, visit, ctx, { body: 'Ring 070-123 45 67.', confirmed: ['phone:070-123 45 67'] })
    expect((await findPostFor(sindre, id, ctx)).row.confirmedWarnings).toEqual(['phone:070-123 45 67'])
    expect(await refusal(aCommentBy(sindre, id, ctx, { text: '420305-1234' }))).toBe('invalid')
  })

  test('nobody fills the page alone', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const post = await aPostBy(sindre, visit, ctx)
    for (let count = 0; count < 20; count += 1) await aCommentBy(sindre, post, ctx)
    expect(await refusal(aCommentBy(sindre, post, ctx))).toBe('too_many')
    expect(await refusal(aCommentBy(sindre, post, ctx.at('2026-04-14T08:11:00Z')))).toBe('nothing')
  })
})

describe('changing', () => {
  const change = {
    title: 'Ny rubrik',
    text: fromPlainText('Ny text'),
    language: 'nb',
    visibility: 'everyone' as const,
    confirmed: [],
  }

  test('the author changes it; of two who started from the same version the second is told', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit, sindre, yusuf } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx)
    expect(await refusal(editPost(yusuf, { ...change, postId, version: 1 }, ctx))).toBe('forbidden')
    const both = await Promise.all(
      ['Ena', 'Andra'].map((title) => refusal(editPost(sindre, { ...change, title, postId, version: 1 }, freshDb.ctx()))),
    )
    expect(both.sort()).toEqual(['conflict', 'nothing'])
    const { post } = await findPostFor(sindre, postId, ctx)
    expect(post).toMatchObject({ version: 2, language: 'nb', visibility: 'everyone' })
    expect(post.editedAt).not.toBeNull()
  })

  test('the dates give a post its phase; its author may move it, and nobody moves it by saying nothing', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx)
    const phase = async () => (await findPostFor(sindre, postId, ctx)).post.phase
    expect(await phase()).toBe('before')
    await editPost(sindre, { ...change, postId, version: 1 }, ctx)
    expect(await phase()).toBe('before')
    await editPost(sindre, { ...change, postId, version: 2, phase: 'during' }, ctx)
    expect(await phase()).toBe('during')
    await editPost(sindre, { ...change, postId, version: 3 }, ctx)
    expect(await phase()).toBe('during')
  })

  test('who may read is logged when it changes; an address once given stays', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx)
    await editPost(sindre, { ...change, postId, version: 1 }, ctx)
    await editPost(sindre, { ...change, title: 'Igen', postId, version: 2, visibility: 'participants' }, ctx)
    await editPost(sindre, { ...change, title: 'Och igen', postId, version: 3, visibility: 'participants' }, ctx)
    const log = await ctx.db.select().from(postVisibilityChanges).where(eq(postVisibilityChanges.postId, postId))
    expect(log.map((row) => `${row.fromVisibility} ${row.toVisibility} ${row.changedBy === sindre.id}`).sort()).toEqual([
      'everyone participants true',
      'participants everyone true',
    ])
    expect((await findPostFor(sindre, postId, ctx)).post.slug).toBe('ny-rubrik')
    expect(await refusal(findPostBySlugFor(visitor, 'ny-rubrik', ctx))).toBe('not_found')
    expect((await listPublicPosts({}, ctx)).posts).toEqual([])
  })

  test('taking down needs a reason for somebody else’s, and leaves a trace', async ({ ctx }) => {
    const { visit, sindre, karin, yusuf } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    expect(await refusal(takeDownPost(yusuf, { postId, reason: 'nej' }, ctx))).toBe('forbidden')
    expect(await refusal(takeDownPost(karin, { postId, reason: '' }, ctx))).toBe('invalid')
    await takeDownPost(karin, { postId, reason: 'En patient kan kännas igen.' }, ctx)
    await takeDownPost(sindre, { postId, reason: 'annat' }, ctx)
    expect((await findPostFor(sindre, postId, ctx)).post.takenDown).toMatchObject({
      by: 'Karin Åkerlund',
      reason: 'En patient kan kännas igen.',
    })
    expect(await refusal(findPostFor(yusuf, postId, ctx))).toBe('not_found')
    expect(await listPostsFor(yusuf, visit.id, ctx)).toEqual([])
    expect((await listPublicPosts({}, ctx)).posts).toEqual([])
    expect(await refusal(editPost(sindre, { ...change, postId, version: 1 }, ctx))).toBe('forbidden')
    expect(await refusal(aCommentBy(sindre, postId, ctx))).toBe('forbidden')
    expect(await measuresOfVisit(visit.id, {}, ctx)).toEqual({ posts: 0, comments: 0, visitors: 0 })
  })
})

describe('comments', () => {
  test('a reply to a reply joins the thread, and only on its own post', async ({ ctx }) => {
    const { visit, sindre, karin } = await aVisitWithPeople(ctx)
    const post = await aPostBy(sindre, visit, ctx)
    const other = await aPostBy(karin, visit, ctx)
    const first = await aCommentBy(karin, post, ctx)
    const second = await aCommentBy(sindre, post, ctx.at('2026-04-14T08:01:00Z'), { parentId: first })
    await aCommentBy(karin, post, ctx.at('2026-04-14T08:02:00Z'), { parentId: second })
    expect((await commentsFor(sindre, post, ctx)).map((comment) => comment.parentId)).toEqual([null, first, first])
    expect(await refusal(aCommentBy(karin, other, ctx, { parentId: first }))).toBe('not_found')
  })

  test('signed-in readers comment on open posts, under their own name and no side', async ({ ctx }) => {
    const { visit, sindre, mikko } = await aVisitWithPeople(ctx)
    const post = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    await aCommentBy(mikko, post, ctx)
    expect((await commentsFor(visitor, post, ctx))[0]?.author).toEqual({
      name: 'Mikko Lahtinen',
      profession: '',
      organisation: '',
      side: null,
    })
  })

  test('are changed by their writer from the version they saw', async ({ ctx }) => {
    const { visit, sindre, karin } = await aVisitWithPeople(ctx)
    const commentId = await aCommentBy(karin, await aPostBy(sindre, visit, ctx), ctx)
    const change = { commentId, text: 'Rättat', language: 'sv', version: 1, confirmed: [] }
    expect(await refusal(editComment(sindre, change, ctx))).toBe('forbidden')
    await editComment(karin, change, ctx)
    expect(await refusal(editComment(karin, change, ctx))).toBe('conflict')
    const [comment] = await latestCommentsFor(sindre, visit.id, 5, ctx)
    expect(comment).toMatchObject({ text: 'Rättat', version: 2, postTitle: 'Frågan vi hade slutat ställa' })
  })

  test('removed words do not leave the server; what hangs on them stays', async ({ ctx }) => {
    const { visit, sindre, karin, yusuf } = await aVisitWithPeople(ctx)
    const post = await aPostBy(sindre, visit, ctx)
    const own = await aCommentBy(yusuf, post, ctx)
    const answered = await aCommentBy(yusuf, post, ctx.at('2026-04-14T08:01:00Z'))
    const reply = await aCommentBy(sindre, post, ctx.at('2026-04-14T08:02:00Z'), { parentId: answered })
    const moderated = await aCommentBy(sindre, post, ctx.at('2026-04-14T08:03:00Z'))
    expect(await refusal(removeComment(yusuf, { commentId: moderated, reason: 'x' }, ctx))).toBe('forbidden')
    expect(await refusal(removeComment(karin, { commentId: moderated, reason: '' }, ctx))).toBe('invalid')
    await removeComment(karin, { commentId: moderated, reason: 'En patient.' }, ctx)
    await removeComment(yusuf, { commentId: own, reason: '' }, ctx)
    await removeComment(yusuf, { commentId: answered, reason: '' }, ctx)
    const shown = await commentsFor(sindre, post, ctx)
    expect(shown.map(({ id, text, removed }) => [id, text !== '', removed])).toEqual([
      [answered, false, { by: 'author', reason: '' }],
      [reply, true, null],
      [moderated, false, { by: 'host', reason: 'En patient.' }],
    ])
    expect(await refusal(aCommentBy(karin, post, ctx, { parentId: answered }))).toBe('gone')
    expect((await measuresOfVisit(visit.id, {}, ctx)).comments).toBe(1)
  })
})

describe('lists', () => {
  test('the open blog holds open posts, newest first, page by page', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    for (const [index, visibility] of (['everyone', 'unit', 'participants', 'everyone'] as const).entries()) {
      await aPostBy(sindre, visit, ctx.at(`2026-04-14T0${index + 1}:00:00Z`), { title: `Nr ${index}`, visibility })
    }
    const first = await listPublicPosts({ limit: 1 }, ctx)
    expect(first.posts.map((post) => post.title)).toEqual(['Nr 3'])
    expect(first.posts[0]?.meeting).toMatchObject({
      host: 'Rehabavdelningen Tallbacken',
      guests: ['Hjemmetjenesten Nordvik', 'Rosslea Community Rehab'],
    })
    expect(first.hasMore).toBe(true)
    const second = await listPublicPosts({ limit: 1, page: 2 }, ctx)
    expect(second.posts.map((post) => post.title)).toEqual(['Nr 0'])
    expect(second.hasMore).toBe(false)
  })

  test('every post for a unit is in the list, page by page, also at the guests’ unit', async ({ ctx }) => {
    const home = await aUnit(ctx, { name: 'Fjordgløtt sykehjem', country: 'NO' })
    const { visit, sindre } = await aVisitWithPeople(ctx, { guests: [home] })
    for (const hour of [1, 2, 3, 4, 5])
      await aPostBy(sindre, visit, ctx.at(`2026-04-14T0${hour}:00:00Z`), { title: `Nr ${hour}`, visibility: 'unit' })
    const tove = await aPersonWith(ctx, 'member', { unit: home })
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listUnitPostsFor(tove, { page, limit: 2 }, ctx)))
    expect(pages.map(({ posts }) => posts.map(({ title }) => title))).toEqual([
      ['Nr 5', 'Nr 4'],
      ['Nr 3', 'Nr 2'],
      ['Nr 1'],
      [],
    ])
    expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false, false])
  })

  test('people find what was written for their unit, also from above it, and nobody else does', async ({ ctx }) => {
    const region = await aUnit(ctx, { name: 'Region Öst' })
    const host = await aUnit(ctx, { name: 'Avdelning 41', parent: region })
    const { visit, sindre } = await aVisitWithPeople(ctx, { host })
    await aPostBy(sindre, visit, ctx, { visibility: 'unit' })
    await aPostBy(sindre, visit, ctx, { visibility: 'participants' })
    const colleague = await aPersonWith(ctx, 'member', { unit: host })
    const lead = await aPersonWith(ctx, 'education_lead', { unit: region })
    const stranger = await aPersonWith(ctx, 'member', { unit: await aUnit(ctx) })
    expect((await listUnitPostsFor(colleague, {}, ctx)).posts).toHaveLength(1)
    expect((await listUnitPostsFor(lead, {}, ctx)).posts).toHaveLength(1)
    expect((await listUnitPostsFor(stranger, {}, ctx)).posts).toEqual([])
    expect((await listUnitPostsFor(visitor, {}, ctx)).posts).toEqual([])
  })

  test('a name can be taken off and put back by its owner, also when their role has ended', async ({ ctx }) => {
    const { visit, sindre, karin, participants } = await aVisitWithPeople(ctx)
    const post = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    await aPostBy(sindre, visit, ctx)
    await aCommentBy(sindre, post, ctx)
    await aCommentBy(karin, post, ctx.at('2026-04-14T08:01:00Z'))
    await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participants.sindre.id))
    const left = personOf(await aUser(ctx, {}), [])
    await withdrawName(left, { visitId: visit.id, withdraw: true }, ctx)
    expect((await findPostFor(visitor, post, ctx)).post.author.name).toBe('Sindre Nygård')
    const former = { ...sindre, roles: [] }
    await withdrawName(former, { visitId: visit.id, withdraw: true }, ctx)
    expect((await findPostFor(visitor, post, ctx)).post.author).toMatchObject({ name: null, profession: '' })
    expect((await commentsFor(visitor, post, ctx)).map((comment) => comment.author.name)).toEqual([null, 'Karin Åkerlund'])
    const [own] = await listOwnWriting(former, ctx)
    expect(own).toMatchObject({ nameWithdrawn: true, comments: 1 })
    expect(own?.posts.map((line) => line.to !== null).sort()).toEqual([false, true])
    await withdrawName(former, { visitId: visit.id, withdraw: false }, ctx)
    expect((await findPostFor(visitor, post, ctx)).post.author.name).toBe('Sindre Nygård')
  })

  test('a summary is published by both sides, with an address when it is open', async ({ ctx }) => {
    const { visit, yusuf, karin } = await aVisitWithPeople(ctx)
    const [file] = await readFiles([visit.id], ctx)
    if (!file) throw new Error('no file')
    const postId = newId()
    await publishSummary(ctx, {
      file,
      postId,
      title: 'Vad vi tar med oss',
      text: fromPlainText('## Fråga\n\nSvar'),
      language: 'sv',
      visibility: 'everyone',
    })
    const { post } = await findPostBySlugFor(visitor, 'vad-vi-tar-med-oss', ctx)
    expect(post).toMatchObject({ id: postId, kind: 'summary', author: { name: null, side: null } })
    expect(await refusal(takeDownPost(yusuf, { postId, reason: 'x' }, ctx))).toBe('forbidden')
    expect(await refusal(takeDownPost(karin, { postId, reason: 'Vi ändrar den.' }, ctx))).toBe('nothing')
  })
})

describe('blog visitors', () => {
  const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36'
  const reading = (agent: string, headers: Record<string, string> = {}) =>
    new Request('http://samlara.test/blog/x', { headers: { 'user-agent': agent, ...headers } })

  test('are counted once a day, never those who meet, never robots, and nothing but the number is kept', async ({ ctx }) => {
    const { visit, sindre, karin, mikko } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    const other = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    const { file } = await findPostFor(visitor, postId, ctx)
    const read = (actor: Actor, ip: string, request: Request, at = ctx, id = postId) =>
      countReading(actor, { postId: id, file, ip, request }, at)
    await read(visitor, '192.0.2.1', reading(browser))
    await read(visitor, '192.0.2.1', reading(browser))
    await read(visitor, '192.0.2.2', reading(browser))
    await read(visitor, '192.0.2.1', reading(`${browser} Edg/147`))
    await read(mikko, '192.0.2.9', reading(browser))
    await read(mikko, '192.0.2.10', reading('Mozilla/5.0 (iPhone) Safari/600'))
    for (const inside of [sindre, karin]) await read(inside, '192.0.2.1', reading('Mozilla/5.0 (another) Firefox/140'))
    await read(visitor, '192.0.2.3', reading('Googlebot/2.1 (+http://www.google.com/bot.html)'))
    await read(visitor, '192.0.2.3', reading('curl/8.0'))
    await read(visitor, '192.0.2.3', reading(''))
    await read(visitor, '192.0.2.3', reading(browser, { 'sec-purpose': 'prefetch' }))
    await read(visitor, '192.0.2.1', reading(browser), ctx, other)
    expect(await visitorsOf([postId, other], ctx)).toEqual(
      new Map([
        [postId, 4],
        [other, 1],
      ]),
    )

    const tomorrow = ctx.at('2026-04-15T08:00:00Z')
    await read(visitor, '192.0.2.1', reading(browser), tomorrow)
    expect((await visitorsOf([postId], ctx)).get(postId)).toBe(5)
    const salts = await ctx.db.select().from(readingSalts)
    const marks = await ctx.db.select().from(readingMarks)
    expect(salts.map((salt) => salt.day)).toEqual(['2026-04-15'])
    expect(marks.map((mark) => mark.day)).toEqual(['2026-04-15'])
    await forgetReaders(ctx.at('2026-04-16T00:05:00Z'))
    expect(await ctx.db.select().from(readingMarks)).toEqual([])
    expect(await ctx.db.select().from(readingSalts)).toEqual([])
    expect(await ctx.db.select().from(postReaders)).toHaveLength(3)
    expect(await measuresOfVisit(visit.id, {}, ctx)).toEqual({ posts: 2, comments: 0, visitors: 6 })
    expect(await measuresOfVisit(visit.id, { from: '2026-04-15', to: '2026-04-15' }, ctx)).toEqual({
      posts: 0,
      comments: 0,
      visitors: 1,
    })
  })

  test('many at the same moment are all counted', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const postId = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    const { file } = await findPostFor(visitor, postId, ctx)
    const addresses = Array.from({ length: 20 }, (_, index) => `192.0.2.${index % 10}`)
    await Promise.all(
      addresses.map((ip) => countReading(visitor, { postId, file, ip, request: reading(browser) }, freshDb.ctx())),
    )
    expect((await visitorsOf([postId], ctx)).get(postId)).toBe(10)
  })

  test('the measures of a unit are those of its visits and of the units below it', async ({ ctx }) => {
    const region = await aUnit(ctx, { name: 'Region Öst' })
    const ward = await aUnit(ctx, { name: 'Avdelning 41', parent: region })
    const one = await aVisitWithPeople(ctx, { host: ward })
    const elsewhere = await aVisitWithPeople(ctx)
    const post = await aPostBy(one.sindre, one.visit, ctx)
    await aCommentBy(one.karin, post, ctx)
    await aPostBy(elsewhere.sindre, elsewhere.visit, ctx)
    expect(await measuresOfUnit(region.id, {}, ctx)).toEqual({ posts: 1, comments: 1, visitors: 0 })
    expect(await measuresOfUnit(ward.id, { from: '2026-04-14' }, ctx)).toEqual({ posts: 1, comments: 1, visitors: 0 })
    expect(await measuresOfUnit(ward.id, { to: '2026-04-13' }, ctx)).toEqual({ posts: 0, comments: 0, visitors: 0 })
  })
})

describe('letters', () => {
  function heardFrom(rooms: string[]) {
    const events: BusEvent[] = []
    listen((event) => void events.push(event))
    return () =>
      events
        .filter((event) => event.kind !== 'access' && rooms.includes(event.room))
        .map((event) => `${event.kind} ${'topic' in event ? event.topic : ''}`)
  }

  test('leave after the commit, and reach a post’s own readers only while everybody may read it', async ({ ctx }) => {
    const { visit, sindre, karin } = await aVisitWithPeople(ctx)
    const inside = heardFrom([roomOf.inside(visit.id)])
    const closed = await aPostBy(sindre, visit, ctx)
    await aCommentBy(karin, closed, ctx)
    await ctx.settled()
    expect(inside()).toEqual(['letter post.published', 'letter comment.posted'])

    const opened = await aPostBy(sindre, visit, ctx, { visibility: 'everyone' })
    const readers = heardFrom([roomOf.post(closed), roomOf.post(opened)])
    await aCommentBy(karin, closed, ctx)
    await ctx.settled()
    expect(readers()).toEqual(['ring comments'])
    await aCommentBy(karin, opened, ctx)
    await ctx.settled()
    expect(readers()).toEqual(['ring comments', 'letter comment.posted'])
  })

  test('a refused post tells nobody', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx)
    const heard = heardFrom([roomOf.inside(visit.id)])
    await refusal(aPostBy(sindre, visit, ctx, { body: '420305-1234' }))
    await ctx.settled()
    expect(heard()).toEqual([])
    expect(await ctx.db.select().from(posts)).toEqual([])
  })
})
