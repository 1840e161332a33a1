// The built server with the demo world, in a process that can be metered. The bus is overheard to know when a comment was committed.
import type { EventEmitter } from 'node:events'
import { startHost } from '#server/host.ts'
import { freePort } from '#tests/support/postgres.ts'
import { answerMeter } from './meter.ts'

const port = await freePort()
const door = await import(new URL('../../build/server/index.js', import.meta.url).href)
const environment = { ...process.env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' }
const host = await startHost({ mode: 'demo', load: async () => door, environment })

const memory = (globalThis as unknown as { __samlara: Map<string, unknown> }).__samlara
const bus = memory.get('bus') as EventEmitter
bus.prependListener('event', (event: { kind: string; topic?: string }) => {
  if (event.kind === 'letter' && event.topic === 'comment.posted')
    process.send?.({ committed: String(process.hrtime.bigint()) })
})
process.on('message', (message) => {
  if (message === 'stop') void host.stop().then(() => process.exit(0))
})
answerMeter({ port })
