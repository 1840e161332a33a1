// Sockets only ring: writes go over HTTP. Rights are checked at join, by the same session lookup as HTTP, and again
// whenever somebody's access changes.
import type { Server, Socket } from 'socket.io'
import { z } from 'zod'
import { actorFromCookie } from '#app/features/identity/sessions.server.ts'
import { problemOf } from '#app/http/problems.server.ts'
import { inLanguage, languageOf } from '#app/i18n/language.server.ts'
import { type Actor, visitor } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type BusEvent, listen } from '#app/live/bus.server.ts'
import { parseRoom, roomOf } from '#app/live/rooms.ts'
import type { Present } from '#app/live/useLive.ts'
import { here } from '#db/context.server.ts'
import { logger } from './log.ts'
import { joinRules } from './rooms.ts'

const MOST_ROOMS = 20
const roomPayload = z.object({ room: z.string().max(60) })

type Data = { actor: Actor; present: Record<string, Present | null> }
type Incoming = Record<string, (payload: unknown, answer?: unknown) => void>
type Outgoing = Record<string, (payload: unknown) => void>
export type LiveSocket = Socket<Incoming, Outgoing, Record<string, never>, Data>

let stopListening = () => {}

/** Passes on what commands say. Replaces the previous listener, so that a reload does not double it. */
export function startSockets(io: Server): void {
  stopListening = listen((event) => void pass(io, event).catch((error) => logger().error({ error }, 'live event')))
}

export function stopSockets(): void {
  stopListening()
}

async function pass(io: Server, event: BusEvent): Promise<void> {
  if (event.kind === 'ring') io.to(event.room).emit('changed', { room: event.room, topic: event.topic })
  if (event.kind === 'letter')
    io.to(event.room).emit('letter', { room: event.room, topic: event.topic, payload: event.payload })
  if (event.kind === 'access') await recheck(io, event.userId)
}

export async function handleConnection(io: Server, socket: LiveSocket): Promise<void> {
  socket.data.actor = visitor
  socket.data.present = {}
  socket.on('join', (payload, answer) => void answering(socket, answer, () => join(io, socket, payload)))
  socket.on('leave', (payload, answer) => void answering(socket, answer, () => leave(io, socket, payload)))
  socket.on('disconnecting', () => {
    const rooms = Object.keys(socket.data.present)
    setImmediate(() => void Promise.all(rooms.map((room) => announce(io, room))))
  })
  await answering(socket, undefined, async () => {
    socket.data.actor = await actorOf(socket)
    if (socket.data.actor.kind === 'person') await socket.join(roomOf.person(socket.data.actor.id))
  })
}

function actorOf(socket: LiveSocket): Promise<Actor> {
  return actorFromCookie(socket.handshake.headers.cookie ?? null, here())
}

/** Parses, acts, acknowledges; no payload whatever can end the process. */
async function answering(socket: LiveSocket, answer: unknown, act: () => Promise<void>): Promise<void> {
  const reply = typeof answer === 'function' ? (answer as (result: object) => void) : () => {}
  try {
    await act()
    reply({ ok: true })
  } catch (error) {
    const { cookie = '', 'accept-language': wishes = '' } = socket.handshake.headers
    const locale = languageOf(new Request('http://own.invalid', { headers: { cookie, 'accept-language': wishes } }))
    const problem = inLanguage(locale, () => problemOf(error instanceof z.ZodError ? new DomainError('invalid') : error))
    if (!problem) logger().error({ error }, 'socket')
    reply({ ok: false, code: problem?.code ?? 'internal', message: problem?.message ?? '' })
  }
}

async function join(io: Server, socket: LiveSocket, payload: unknown): Promise<void> {
  const { room } = roomPayload.parse(payload)
  if (socket.rooms.size > MOST_ROOMS) throw new DomainError('too_many')
  // Asked anew: the session may have ended since the handshake.
  socket.data.actor = await actorOf(socket)
  const present = await presenceIn(socket, room)
  if (present === undefined) throw new DomainError('not_found')
  await socket.join(room)
  socket.data.present[room] = present
  await announce(io, room)
}

async function presenceIn(socket: LiveSocket, room: string): Promise<Present | null | undefined> {
  const parsed = parseRoom(room)
  if (!parsed) return undefined
  const { actor } = socket.data
  if (parsed.kind === 'person') return actor.kind === 'person' && actor.id === parsed.id ? null : undefined
  return joinRules[parsed.kind]?.(actor, parsed.id, here())
}

async function leave(io: Server, socket: LiveSocket, payload: unknown): Promise<void> {
  const { room } = roomPayload.parse(payload)
  await socket.leave(room)
  delete socket.data.present[room]
  await announce(io, room)
}

/** Tells the room who is in it: each person once. */
async function announce(io: Server, room: string): Promise<void> {
  const people = new Map<string, Present>()
  for (const socket of await io.in(room).fetchSockets()) {
    const present = (socket.data as Partial<Data>).present?.[room]
    if (present) people.set(present.id, present)
  }
  io.to(room).emit('presence', { room, present: [...people.values()] })
}

/** Somebody's rights have changed: without a session the socket ends; otherwise it leaves what it may no longer read. */
async function recheck(io: Server, userId: string): Promise<void> {
  for (const socket of [...io.sockets.sockets.values()] as unknown as LiveSocket[]) {
    const before = socket.data.actor
    if (before.kind !== 'person' || before.id !== userId) continue
    socket.data.actor = await actorOf(socket)
    if (socket.data.actor.kind !== 'person') {
      socket.disconnect(true)
      continue
    }
    for (const room of Object.keys(socket.data.present)) {
      if ((await presenceIn(socket, room)) === undefined) await leave(io, socket, { room })
    }
  }
}
