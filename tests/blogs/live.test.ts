import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { editPost } from '#app/features/blogs/commands.server.ts'
import { fromPlainText } from '#app/features/blogs/rich-text/plain.ts'
import { accessChanged } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { transaction } from '#db/context.server.ts'
import { visitParticipants } from '#db/schema/index.ts'
import { test } from '#tests/support/db.ts'
import { aRole, aUser } from '#tests/support/factories.ts'
import { next, startLiveServer } from '#tests/support/live.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { aCommentBy, aPostBy } from './writing.ts'

type Letter = { room: string; topic: string; payload: { id: string; text?: string; title?: string } }

test('letters reach those who meet, and no stranger, admin or visitor gets in', async ({ freshDb }) => {
  const ctx = freshDb.ctx(new Date())
  const live = await startLiveServer(freshDb)
  const { visit, karin } = await aVisitWithPeople(ctx)
  const guest = await someoneIn(ctx, visit, { name: 'Ailu Sara' })
  const admin = await aUser(ctx)
  await aRole(ctx, admin, 'admin')
  const room = roomOf.inside(visit.id)
  const member = await live.connect({ cookie: await live.cookieOf(guest.user) })
  expect(await member.emitWithAck('join', { room })).toEqual({ ok: true })
  const strangers = [
    await live.connect(),
    await live.connect({ cookie: await live.cookieOf(await aUser(ctx)) }),
    await live.connect({ cookie: await live.cookieOf(admin), transport: 'polling' }),
  ]
  const overheard: unknown[] = []
  for (const stranger of strangers) {
    expect(await stranger.emitWithAck('join', { room })).toMatchObject({ ok: false, code: 'not_found' })
    stranger.on('letter', (letter) => overheard.push(letter))
  }
  const published = next<Letter>(member, 'letter')
  const postId = await aPostBy(karin, visit, ctx)
  expect(await published).toMatchObject({
    room,
    topic: 'post.published',
    payload: { id: postId, title: 'Frågan vi hade slutat ställa' },
  })
  const commented = next<Letter>(member, 'letter')
  const commentId = await aCommentBy(karin, postId, ctx)
  expect(await commented).toMatchObject({
    topic: 'comment.posted',
    payload: { id: commentId, text: 'Jeg har sagt det til alle her hjemme.' },
  })
  expect(overheard).toEqual([])
})

test('a post’s room follows the right to read it', async ({ freshDb }) => {
  const ctx = freshDb.ctx(new Date())
  const live = await startLiveServer(freshDb)
  const { visit, karin } = await aVisitWithPeople(ctx)
  const postId = await aPostBy(karin, visit, ctx, { visibility: 'everyone' })
  const reader = await live.connect({ cookie: await live.cookieOf(await aUser(ctx)) })
  const room = roomOf.post(postId)
  expect(await reader.emitWithAck('join', { room })).toEqual({ ok: true })
  const letter = next<Letter>(reader, 'letter')
  await aCommentBy(karin, postId, ctx)
  expect(await letter).toMatchObject({ room, topic: 'comment.posted' })

  const letters: unknown[] = []
  reader.on('letter', (later) => letters.push(later))
  const rung = next(reader, 'changed')
  await editPost(
    karin,
    {
      postId,
      version: 1,
      title: 'Bara vi',
      text: fromPlainText('x'),
      language: 'sv',
      visibility: 'participants',
      confirmed: [],
    },
    ctx,
  )
  expect(await rung).toEqual({ room, topic: 'posts' })
  const bell = next(reader, 'changed')
  await aCommentBy(karin, postId, ctx)
  expect(await bell).toEqual({ room, topic: 'comments' })
  expect(letters).toEqual([])
  expect(await reader.emitWithAck('join', { room })).toMatchObject({ ok: false })
})

test('who is taken out of the visit hears nothing more', async ({ freshDb }) => {
  const ctx = freshDb.ctx(new Date())
  const live = await startLiveServer(freshDb)
  const { visit, karin } = await aVisitWithPeople(ctx)
  const guest = await someoneIn(ctx, visit)
  const room = roomOf.inside(visit.id)
  const member = await live.connect({ cookie: await live.cookieOf(guest.user) })
  await member.emitWithAck('join', { room })
  const letters: unknown[] = []
  member.on('letter', (letter) => letters.push(letter))
  await transaction(ctx, async (tx) => {
    await tx.db.update(visitParticipants).set({ leftAt: tx.now }).where(eq(visitParticipants.id, guest.participant.id))
    accessChanged(tx, guest.user.id)
  })
  await expect.poll(() => member.emitWithAck('join', { room })).toMatchObject({ ok: false })
  await aPostBy(karin, visit, ctx)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(letters).toEqual([])
})
