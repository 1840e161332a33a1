// A real HTTP and socket server on a free port, wired as the host wires it, over a test's own database.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { createSession } from '#app/features/identity/sessions.server.ts'
import { setDatabase } from '#db/client.server.ts'
import { sameOrigin } from '#server/security.ts'
import { handleConnection, startSockets, stopSockets } from '#server/sockets.ts'
import type { FreshDb } from './db.ts'
import type { User } from './factories.ts'

export type LiveServer = {
  /** Connects; `cookie` says who, `origin` from which page, `transport` how. Rejects when the server refuses. */
  connect(options?: { cookie?: string; origin?: string; transport?: 'websocket' | 'polling' }): Promise<Socket>
  cookieOf(user: User): Promise<string>
}

/** `recheckEvery`: milliseconds between looks at what ends by the clock alone. */
export async function startLiveServer(freshDb: FreshDb, { recheckEvery }: { recheckEvery?: number } = {}): Promise<LiveServer> {
  const before = setDatabase(freshDb.open)
  const http = createServer()
  const server = new Server(http, {
    maxHttpBufferSize: 100_000,
    allowRequest: (request, answer) => answer(null, sameOrigin(request)),
  })
  server.on('connection', (socket) => void handleConnection(server, socket))
  startSockets(server, recheckEvery)
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const clients: Socket[] = []
  onTestFinished(async () => {
    for (const client of clients) client.disconnect()
    stopSockets()
    await server.close()
    setDatabase(before)
  })
  return {
    cookieOf: async (user) => (await createSession(user.id, 'A test', freshDb.ctx(new Date()))).split(';')[0] ?? '',
    connect({ cookie, origin, transport = 'websocket' } = {}) {
      const extraHeaders = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) }
      const client = io(address, { transports: [transport], forceNew: true, reconnection: false, extraHeaders })
      clients.push(client)
      return new Promise((resolve, reject) => {
        client.once('connect', () => resolve(client))
        client.once('connect_error', reject)
      })
    },
  }
}

/** The next payload of the event, or a rejection after two seconds. */
export function next<T>(client: Socket, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} came`)), 2_000)
    client.once(event, (payload: T) => {
      clearTimeout(timer)
      resolve(payload)
    })
  })
}
