// What commands say to the live part: one line, after commit. server/sockets.ts listens; nothing here knows socket.io.
import { EventEmitter } from 'node:events'
import { remember } from '#app/kernel/remember.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { LetterTopic } from './rooms.ts'

export type BusEvent =
  | { kind: 'ring'; room: string; topic: string }
  | { kind: 'letter'; room: string; topic: LetterTopic; payload: unknown }
  /** The person's rights have changed: their sockets are checked again, or closed when no session is left. */
  | { kind: 'access'; userId: string }

const bus = remember('bus', () => new EventEmitter())

/** Says "something about `topic` has changed in `room`"; readers run their loaders again. */
export function ring(ctx: Ctx, room: string, topic: string): void {
  tell(ctx, { kind: 'ring', room, topic })
}

/** Sends the finished payload to everybody in the room; only for topics listed in rooms.ts. */
export function post(ctx: Ctx, room: string, topic: LetterTopic, payload: unknown): void {
  tell(ctx, { kind: 'letter', room, topic, payload })
}

/** To be called by every command that ends a session, a role or an account, or takes somebody out of a visit. */
export function accessChanged(ctx: Ctx, userId: string): void {
  tell(ctx, { kind: 'access', userId })
}

function tell(ctx: Ctx, event: BusEvent): void {
  ctx.afterCommit(() => void bus.emit('event', event))
}

/** Hears everything from now on instead of the last listener: a development reload must not double every ring. */
export function listen(hear: (event: BusEvent) => void): () => void {
  bus.removeAllListeners('event')
  bus.on('event', hear)
  return () => void bus.off('event', hear)
}
