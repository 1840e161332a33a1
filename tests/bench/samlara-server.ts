// The built server with the demo world, in a process that can be metered. The bus is overheard to know when a comment was committed.
import type { EventEmitter } from 'node:events'
import type { OpenDatabase } from '#db/client.server.ts'
import { startHost } from '#server/host.ts'
import { freePort } from '#tests/support/postgres.ts'
import { answerMeter } from './meter.ts'
import { makeWalks } from './walks.ts'

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
const held = memory.get('database') as { open: OpenDatabase }
const alone = held.open
process.on('message', (message) => {
  if (message === 'walks') void walksIn(alone)
  // As on a server whose database others write to: nothing that was read is kept for the next page.
  if (message === 'keep nothing') held.open = { ...alone, kind: 'postgres' }
  if (message === 'keep') held.open = alone
  if (message === 'stop') void host.stop().then(() => process.exit(0))
})
answerMeter({ port })

/** With statistics, as the database has them after its nightly tidying. */
async function walksIn({ db, runScript }: OpenDatabase): Promise<void> {
  const walks = await makeWalks({ db, now: new Date(), afterCommit: () => {} })
  await runScript('vacuum analyze')
  process.send?.({ walks })
}
