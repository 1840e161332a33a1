// Sockets only ring: writes go over HTTP. Rights are checked at join, by the same session lookup as HTTP, again whenever
// somebody's access changes, and every few minutes for what ends by the clock alone (sessions, roles).

import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Server, Socket } from 'socket.io'
import { z } from 'zod'
import { actorSeenIn } from '#app/features/identity/sessions.server.ts'
import { problemOf } from '#app/http/problems.server.ts'
import { inLanguage } from '#app/i18n/language.server.ts'
import { type Actor, type Person, visitor } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type BusEvent, listen } from '#app/live/bus.server.ts'
import { parseRoom, roomOf } from '#app/live/rooms.ts'
import type { Present } from '#app/live/useLive.ts'
import { here } from '#db/context.server.ts'
import { languageIn } from './language.ts'
import { logger } from './log.ts'
import { joinRules } from './rooms.ts'

const MOST_ROOMS = 20
const RECHECK_EVERY_MS = 5 * 60_000

/** A page joins a few rooms and leaves them again; nobody turns sixty pages in ten seconds. */
const knocks = new RateLimiterMemory({ points: 60, duration: 10 })

/** How often anybody's access has changed: a check that began before the last change may have seen what no longer holds. */
let changes = 0
const roomPayload = z.object({ room: z.string().max(60) })

type Data = { actor: Actor; present: Record<string, Present | null> }
type Incoming = Record<string, (payload: unknown, answer?: unknown) => void>
type Outgoing = Record<string, (payload: unknown) => void>
export type LiveSocket = Socket<Incoming, Outgoing, Record<string, never>, Data>

let stopListening = () => {}

/** Passes on what commands say. Replaces the previous listener, so that a reload does not double it. */
export function startSockets(io: Server, recheckEvery = RECHECK_EVERY_MS): void {
  stopListening()
  const told = (error: unknown) => logger().error({ error }, 'live event')
  const deaf = listen((event) => void pass(io, event).catch(told))
  const timer = setInterval(() => void recheck(io, () => true).catch(told), recheckEvery).unref()
  stopListening = () => {
    deaf()
    clearInterval(timer)
  }
}

export function stopSockets(): void {
  stopListening()
}

async function pass(io: Server, event: BusEvent): Promise<void> {
  if (event.kind === 'ring') io.to(event.room).emit('changed', { room: event.room, topic: event.topic })
  if (event.kind === 'letter')
    io.to(event.room).emit('letter', { room: event.room, topic: event.topic, payload: event.payload })
  if (event.kind !== 'access') return
  changes += 1
  await recheck(io, (person) => person.id === event.userId)
}

export async function handleConnection(io: Server, socket: LiveSocket): Promise<void> {
  socket.data.actor = visitor
  socket.data.present = {}
  socket.on('join', (payload, answer) => void answering(socket, answer, () => knock(io, socket, join, payload)))
  socket.on('leave', (payload, answer) => void answering(socket, answer, () => knock(io, socket, leave, payload)))
  socket.on('disconnecting', () => {
    const rooms = Object.keys(socket.data.present)
    setImmediate(() => void Promise.all(rooms.map((room) => announce(io, room))))
  })
  await answering(socket, undefined, () =>
    stillAllowed(io, socket, async () => {
      socket.data.actor = await actorOf(socket)
      if (socket.data.actor.kind === 'person') await socket.join(roomOf.person(socket.data.actor.id))
    }),
  )
}

type Act = (io: Server, socket: LiveSocket, room: string) => Promise<void>

/** What a client asks of a room: counted first, whatever it is. */
async function knock(io: Server, socket: LiveSocket, act: Act, payload: unknown): Promise<void> {
  await knocks.consume(socket.id).catch(() => {
    throw new DomainError('too_many')
  })
  const { room } = roomPayload.parse(payload)
  await stillAllowed(io, socket, () => act(io, socket, room))
}

/** Checks again when somebody's access changed while `work` waited: the change came too early to find the socket inside. */
async function stillAllowed(io: Server, socket: LiveSocket, work: () => Promise<void>): Promise<void> {
  const before = changes
  await work()
  if (changes !== before) await recheckOne(io, socket)
}

function actorOf(socket: LiveSocket): Promise<Actor> {
  return actorSeenIn(socket.handshake.headers.cookie ?? null, here())
}

/** Parses, acts, acknowledges; no payload whatever can end the process. */
async function answering(socket: LiveSocket, answer: unknown, act: () => Promise<void>): Promise<void> {
  const reply = typeof answer === 'function' ? (answer as (result: object) => void) : () => {}
  try {
    await act()
    reply({ ok: true })
  } catch (error) {
    const problem = inLanguage(languageIn(socket.handshake.headers), () =>
      problemOf(error instanceof z.ZodError ? new DomainError('invalid') : error),
    )
    if (!problem) logger().error({ error }, 'socket')
    reply({ ok: false, code: problem?.code ?? 'internal', message: problem?.message ?? '' })
  }
}

async function join(io: Server, socket: LiveSocket, room: string): Promise<void> {
  if (socket.rooms.size > MOST_ROOMS) throw new DomainError('too_many')
  // Asked anew: the session may have ended since the handshake.
  socket.data.actor = await actorOf(socket)
  const present = await presenceIn(socket, room)
  if (present === undefined) {
    // Whoever is refused does not stay inside until the change of their rights has gone round.
    await leave(io, socket, room)
    throw new DomainError('not_found')
  }
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

async function leave(io: Server, socket: LiveSocket, room: string): Promise<void> {
  if (!socket.rooms.has(room)) return
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

/** The rights of some people may have changed: each of their sockets is looked at again. */
async function recheck(io: Server, whose: (person: Person) => boolean): Promise<void> {
  for (const socket of [...io.sockets.sockets.values()] as unknown as LiveSocket[]) {
    const { actor } = socket.data
    if (actor.kind === 'person' && whose(actor)) await recheckOne(io, socket)
  }
}

/** Without a session the socket ends; otherwise it leaves what it may no longer read. */
async function recheckOne(io: Server, socket: LiveSocket): Promise<void> {
  const before = socket.data.actor
  if (before.kind !== 'person') return
  socket.data.actor = await actorOf(socket)
  if (socket.data.actor.kind !== 'person') {
    socket.disconnect(true)
    return
  }
  for (const room of Object.keys(socket.data.present)) {
    if ((await presenceIn(socket, room)) === undefined) await leave(io, socket, room)
  }
}
