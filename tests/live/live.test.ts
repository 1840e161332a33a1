import { expect } from 'vitest'
import { endSession } from '#app/features/identity/sessions.server.ts'
import { accessChanged, ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { next, startLiveServer } from '#tests/support/live.ts'

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
