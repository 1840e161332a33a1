// One socket a page. WebSocket first; where a proxy refuses it, long polling carries the same events.
import { io, type Socket } from 'socket.io-client'

export type Listeners = Record<string, (payload: never) => void>

let socket: Socket | undefined
const joined = new Map<string, number>()
// Who is in a room is told when it changes; a listener that comes later hears the last word.
const lastPresence = new Map<string, unknown>()

function connection(): Socket {
  if (socket) return socket
  const made = io({ path: '/socket.io', transports: ['websocket', 'polling'], tryAllTransports: true })
  made.on('connect', () => {
    for (const room of joined.keys()) made.emit('join', { room })
  })
  made.on('presence', (event: { room: string }) => lastPresence.set(event.room, event))
  socket = made
  return made
}

/** Is there a connection already, so that the next one is a reconnect? */
export function isConnected(): boolean {
  return socket?.connected ?? false
}

/** Joins the room and hears its events until the returned function is called. `onReady` runs at every (re)connection. */
export function follow(room: string, listeners: Listeners, onReady: () => void): () => void {
  const live = connection()
  const count = joined.get(room) ?? 0
  joined.set(room, count + 1)
  if (count === 0 && live.connected) live.emit('join', { room })
  for (const [event, listener] of Object.entries(listeners)) live.on(event, listener as (payload: unknown) => void)
  live.on('connect', onReady)
  const present = lastPresence.get(room)
  if (present && listeners.presence) listeners.presence(present as never)
  return () => {
    for (const [event, listener] of Object.entries(listeners)) live.off(event, listener as (payload: unknown) => void)
    live.off('connect', onReady)
    const left = (joined.get(room) ?? 1) - 1
    if (left > 0) joined.set(room, left)
    else {
      joined.delete(room)
      lastPresence.delete(room)
      live.emit('leave', { room })
    }
  }
}
