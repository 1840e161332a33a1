import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '#tests/support/postgres.ts'
import { startProcess, untilReady, untilStatus } from './support/process.ts'

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samlara-operations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('production refuses to start without what it must know, in a sentence', async () => {
  const server = await startProcess({ ORIGIN: '' })
  expect(await server.ended).toBe(1)
  expect(server.errors()).toContain('Set ORIGIN to the public base address')
})

test('a second server on the same folder is refused, and the first goes on', async () => {
  const DATA_DIR = ownFolder()
  const first = await startProcess({ DATA_DIR })
  onTestFinished(() => void first.child.kill('SIGKILL'))
  await untilReady(first)
  const second = await startProcess({ DATA_DIR })
  expect(await second.ended).toBe(1)
  expect(second.errors()).toContain('The embedded database is in use by process')
  expect((await fetch(`${first.origin}/readyz`)).status).toBe(200)
})

test('SIGTERM finishes, saves and exits within 15 seconds', async () => {
  const server = await startProcess({ DATA_DIR: ownFolder() })
  await untilReady(server)
  const asked = Date.now()
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(15_000)
})

test('a lock left by a killed process does not keep the next one out', async () => {
  const DATA_DIR = ownFolder()
  const killed = await startProcess({ DATA_DIR })
  await untilReady(killed)
  killed.child.kill('SIGKILL')
  await killed.ended
  const next = await startProcess({ DATA_DIR })
  onTestFinished(() => void next.child.kill('SIGKILL'))
  await untilReady(next)
})

test('the server waits for a database that is still starting, answers 503 while it is away, and recovers by itself', async () => {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.stop())
  await postgres.createDatabase('operations')
  await postgres.halt()
  const server = await startProcess({ DATABASE_URL: postgres.urlOf('operations'), DATA_DIR: ownFolder() })
  onTestFinished(() => void server.child.kill('SIGKILL'))

  const starting = await untilStatus(`${server.origin}/readyz`, 503)
  expect(starting.headers.get('Retry-After')).toBe('5')
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  await postgres.resume()
  await untilReady(server)

  await postgres.halt()
  await untilStatus(`${server.origin}/readyz`, 503)
  const away = await untilStatus(`${server.origin}/blog`, 503)
  expect(away.headers.get('Retry-After')).toBe('10')
  expect(await away.text()).toContain('Samlära cannot reach its database')
  await postgres.resume()
  await untilReady(server)
  await untilStatus(`${server.origin}/blog`, 200)
})

test('operators are answered; others learn nothing from /metrics', async () => {
  const server = await startProcess({ DATA_DIR: ownFolder(), METRICS_TOKEN: 'a-token-for-monitoring' })
  onTestFinished(() => void server.child.kill('SIGKILL'))
  await untilReady(server)
  expect(await (await fetch(`${server.origin}/metrics`)).text()).toContain('http_request_duration_seconds')
  const forwarded = { 'X-Forwarded-For': '203.0.113.9' }
  expect((await fetch(`${server.origin}/metrics`, { headers: forwarded })).status).toBe(404)
  const withToken = { ...forwarded, Authorization: 'Bearer a-token-for-monitoring' }
  expect((await fetch(`${server.origin}/metrics`, { headers: withToken })).status).toBe(200)
})
