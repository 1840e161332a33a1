// A comment to the last of 200 connected participants, from its commit, against a bare socket.io broadcast of the same bytes.
import { io, type Socket } from 'socket.io-client'
import { type Measured, median, startMeasured } from './meter.ts'
import type { Figure } from './table.ts'

const CLIENTS = 200
const ROUNDS = 15

/** `postComment` sends one comment over HTTP; the clients follow `room` with the cookie of somebody who may. */
export async function measureBroadcast(
  samlara: Measured,
  cookie: string,
  room: string,
  postComment: () => Promise<void>,
): Promise<Figure> {
  const origin = `http://127.0.0.1:${samlara.ready.port}`
  const clients = await connect(origin, cookie)
  await Promise.all(clients.map((client) => client.emitWithAck('join', { room }).then(expectOk)))
  const ours: number[] = []
  let size = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const committed = new Promise<bigint>((resolve) => {
      const hear = (message: unknown) => {
        const { committed: at } = message as { committed?: string }
        if (!at) return
        samlara.child.off('message', hear)
        resolve(BigInt(at))
      }
      samlara.child.on('message', hear)
    })
    const heard = lastToHear(clients, 'letter', (letter) => {
      size = JSON.stringify(letter).length
    })
    await postComment()
    ours.push(Number((await heard) - (await committed)) / 1e6)
  }
  for (const client of clients) client.disconnect()
  const bare = await measureBare(size)
  const what = `comment to the last of ${CLIENTS}, from commit`
  const [a, b] = [median(ours), median(bare)]
  return { what, ours: `${a.toFixed(1)} ms`, peer: `bare socket.io ${b.toFixed(1)} ms`, ratio: a / b, limit: 2 }
}

async function measureBare(bytes: number): Promise<number[]> {
  const bare = await startMeasured('./bare-socket-server.ts')
  const clients = await connect(`http://127.0.0.1:${bare.ready.port}`, '')
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = new Promise<bigint>((resolve) => {
      bare.child.once('message', (message) => resolve(BigInt((message as { began: string }).began)))
    })
    const heard = lastToHear(clients, 'letter', () => {})
    bare.child.send({ bytes })
    times.push(Number((await heard) - (await began)) / 1e6)
  }
  for (const client of clients) client.disconnect()
  bare.end()
  return times
}

async function connect(origin: string, cookie: string): Promise<Socket[]> {
  const clients = Array.from({ length: CLIENTS }, () =>
    io(origin, { transports: ['websocket'], forceNew: true, extraHeaders: cookie ? { cookie } : {} }),
  )
  await Promise.all(clients.map((client) => new Promise<void>((resolve) => void client.once('connect', () => resolve()))))
  return clients
}

function expectOk(answer: { ok: boolean; code?: string }): void {
  if (!answer.ok) throw new Error(`A participant could not join: ${answer.code}`)
}

/** The instant at which the last client has heard. */
function lastToHear(clients: readonly Socket[], event: string, look: (payload: unknown) => void): Promise<bigint> {
  return new Promise((resolve) => {
    let left = clients.length
    for (const client of clients) {
      client.once(event, (payload) => {
        look(payload)
        left -= 1
        if (left === 0) resolve(process.hrtime.bigint())
      })
    }
  })
}
