import { eq } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { endSession } from '#app/features/identity/sessions.server.ts'
import { enter } from '#app/http/enter.server.ts'
import { accessChanged, ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { sessions, visitParticipants } from '#db/schema/index.ts'
import { joinRules } from '#server/rooms.ts'
import { personOf } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { next, startLiveServer } from '#tests/support/live.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'

test('a page of another site gets no socket, whichever way it knocks', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  for (const transport of ['websocket', 'polling'] as const) {
    await expect(live.connect({ transport, origin: 'https://evil.example' })).rejects.toThrow()
    await expect(live.connect({ transport, origin: 'http://samlara.test' })).resolves.toBeDefined()
  }
})

test('long polling carries the same as a WebSocket', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const ingrid = await aUser(freshDb.ctx())
  const client = await live.connect({ cookie: await live.cookieOf(ingrid), transport: 'polling' })
  const room = roomOf.person(ingrid.id)
  expect(await client.emitWithAck('join', { room })).toEqual({ ok: true })
  const changed = next(client, 'changed')
  ring(freshDb.ctx(), room, 'needs')
  expect(await changed).toEqual({ room, topic: 'needs' })
})

test('one joins one’s own room and nobody else’s', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const [ingrid, sindre] = [await aUser(freshDb.ctx()), await aUser(freshDb.ctx())]
  const client = await live.connect({ cookie: await live.cookieOf(ingrid) })
  expect(await client.emitWithAck('join', { room: roomOf.person(ingrid.id) })).toEqual({ ok: true })
  expect(await client.emitWithAck('join', { room: roomOf.person(sindre.id) })).toMatchObject({ ok: false, code: 'not_found' })
})

test('a visitor and a made-up cookie join nothing', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const ingrid = await aUser(freshDb.ctx())
  for (const cookie of [undefined, 'samlara=made-up']) {
    const client = await live.connect(cookie ? { cookie } : {})
    expect(await client.emitWithAck('join', { room: roomOf.person(ingrid.id) })).toMatchObject({ ok: false })
  }
})

test('no payload whatever ends the server', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const client = await live.connect()
  const hostile = [null, undefined, 7, 'visit', [], {}, { room: null }, { room: 'x'.repeat(5_000) }, { room: { toString: 1 } }]
  for (const payload of hostile) {
    expect(await client.emitWithAck('join', payload)).toMatchObject({ ok: false, code: 'invalid' })
    client.emit('join', payload)
    client.emit('leave', payload)
  }
  expect(await client.emitWithAck('join', { room: 'visit:not-an-id' })).toMatchObject({ ok: false, code: 'not_found' })
})

test('signing out ends the sockets of that session', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const ingrid = await aUser(freshDb.ctx())
  const cookie = await live.cookieOf(ingrid)
  const client = await live.connect({ cookie })
  await client.emitWithAck('join', { room: roomOf.person(ingrid.id) })
  const gone = next(client, 'disconnect')
  const ctx = freshDb.ctx(new Date())
  await endSession(cookie, ctx)
  accessChanged(ctx, ingrid.id)
  await gone
  const again = await live.connect({ cookie })
  expect(await again.emitWithAck('join', { room: roomOf.person(ingrid.id) })).toMatchObject({ ok: false })
})

test('signing in as somebody else ends the sockets of who was signed in before', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const ctx = freshDb.ctx(new Date())
  const [ingrid, sindre] = [await aUser(ctx), await aUser(ctx)]
  const cookie = await live.cookieOf(ingrid)
  const gone = next(await live.connect({ cookie }), 'disconnect')
  const request = new Request('http://samlara.test/login', { method: 'POST', headers: { cookie } })
  const door = { request, url: new URL(request.url), actor: personOf(ingrid), ctx, locale: 'sv' as const, ip: '', params: {} }
  await enter({ ...door, idOf: () => '' }, { userId: sindre.id, locale: undefined, by: 'password' })
  await gone
})

test('a session that ends by the clock takes its sockets along, and an open tab does not prolong it', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb, { recheckEvery: 20 })
  const ctx = freshDb.ctx(new Date())
  const ingrid = await aUser(ctx)
  const client = await live.connect({ cookie: await live.cookieOf(ingrid) })
  // Past half of its time: use would prolong it.
  const soon = new Date(Date.now() + 60_000)
  await ctx.db.update(sessions).set({ expiresAt: soon }).where(eq(sessions.userId, ingrid.id))
  expect(await client.emitWithAck('join', { room: roomOf.person(ingrid.id) })).toEqual({ ok: true })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect((await ctx.db.select().from(sessions))[0]?.expiresAt).toEqual(soon)
  expect(client.connected).toBe(true)
  const gone = next(client, 'disconnect')
  await ctx.db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.userId, ingrid.id))
  await gone
})

test('leaving a room that one is not in says nothing to those who are', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const ctx = freshDb.ctx(new Date())
  const { visit } = await aVisitWithPeople(ctx)
  const room = roomOf.visit(visit.id)
  const ailu = await live.connect({ cookie: await live.cookieOf((await someoneIn(ctx, visit)).user) })
  const joined = next(ailu, 'presence')
  await ailu.emitWithAck('join', { room })
  await joined
  const heard: unknown[] = []
  ailu.on('presence', (presence) => heard.push(presence))
  const stranger = await live.connect()
  expect(await stranger.emitWithAck('leave', { room })).toEqual({ ok: true })
  const changed = next(ailu, 'changed')
  ring(ctx, room, 'visit')
  await changed
  expect(heard).toEqual([])
})

test('whoever knocks without end is asked to wait', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const client = await live.connect()
  const room = roomOf.visit('00000000-0000-4000-8000-000000000001')
  const answers = await Promise.all(
    Array.from({ length: 61 }, (_, n) => client.emitWithAck(n % 2 ? 'join' : 'leave', { room })),
  )
  expect(answers.slice(0, 60).filter((answer) => answer.code === 'too_many')).toEqual([])
  expect(answers[60]).toMatchObject({ ok: false, code: 'too_many' })
  expect((await live.connect()).connected).toBe(true)
})

test('who is taken out of a visit in the very moment of joining hears nothing more', async ({ freshDb }) => {
  const live = await startLiveServer(freshDb)
  const ctx = freshDb.ctx(new Date())
  const { visit } = await aVisitWithPeople(ctx)
  const { user, participant } = await someoneIn(ctx, visit)
  const mayJoin = joinRules.visit
  onTestFinished(() => void Object.assign(joinRules, { visit: mayJoin }))
  joinRules.visit = async (actor, id, own) => {
    const present = await mayJoin?.(actor, id, own)
    joinRules.visit = mayJoin
    await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participant.id))
    accessChanged(ctx, user.id)
    // Long enough for the change to have looked for the socket, and not found it in the room yet.
    await new Promise((resolve) => setTimeout(resolve, 300))
    return present
  }
  const client = await live.connect({ cookie: await live.cookieOf(user) })
  const heard: unknown[] = []
  client.on('changed', ({ room }) => heard.push(room))
  expect(await client.emitWithAck('join', { room: roomOf.visit(visit.id) })).toEqual({ ok: true })
  ring(ctx, roomOf.visit(visit.id), 'visit')
  const last = next(client, 'changed')
  ring(ctx, roomOf.person(user.id), 'needs')
  await last
  expect(heard).toEqual([roomOf.person(user.id)])
})
