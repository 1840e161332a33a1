// The host around a door that only tells what reached it.
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '#app/kernel/env.server.ts'
import { type HostOptions, startHost } from '#server/host.ts'

type Door = Awaited<ReturnType<HostOptions['load']>>

/** Starts the host with a door that answers with the address it sees; stops it after the test. */
async function startTelling(environment: Record<string, string>): Promise<string> {
  const door: Partial<Door> = {
    configure: readSettings,
    start: async () => {},
    stop: async () => {},
    handleRequest: async (request, response) => void response.send(request.ip),
  }
  const host = await startHost({
    mode: 'test',
    environment: { PORT: '0', HOST: '127.0.0.1', ...environment },
    load: async () => door as Door,
  })
  onTestFinished(() => host.stop())
  return `http://127.0.0.1:${host.port}`
}

async function addressSeen(environment: Record<string, string>, forwarded: string): Promise<string> {
  const origin = await startTelling(environment)
  const answer = await fetch(`${origin}/`, { headers: { 'X-Forwarded-For': forwarded } })
  return answer.text()
}

test.each([
  ['1', '203.0.113.7, 198.51.100.4', '198.51.100.4'],
  ['2', '203.0.113.7, 198.51.100.4', '203.0.113.7'],
  ['loopback', '203.0.113.7', '203.0.113.7'],
  ['loopback, 198.51.100.0/24', '203.0.113.7, 198.51.100.4', '203.0.113.7'],
  ['true', '203.0.113.7, 198.51.100.4', '203.0.113.7'],
])('behind TRUST_PROXY=%s limits count the client, not the proxy', async (TRUST_PROXY, forwarded, client) => {
  expect(await addressSeen({ TRUST_PROXY }, forwarded)).toBe(client)
})

test.each(['', 'false', '0'])('without a trusted proxy (%j) nobody chooses their own address', async (TRUST_PROXY) => {
  expect(await addressSeen({ TRUST_PROXY }, '203.0.113.7')).toBe('127.0.0.1')
})
