// The host around a door that only tells what reached it.
import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readSettings } from '#app/kernel/env.server.ts'
import { logger } from '#app/kernel/log.server.ts'
import { type HostOptions, startHost } from '#server/host.ts'
import { answerFault, refuse } from '#server/refusals.ts'

type Door = Awaited<ReturnType<HostOptions['load']>>

/** Starts the host with a door that answers with the address it sees, and has one page with a bug; stops it after the test. */
async function startTelling(environment: Record<string, string> = {}): Promise<string> {
  const door: Partial<Door> = {
    configure: readSettings,
    start: async () => {},
    stop: async () => {},
    answerFault,
    answerKept: () => false,
    handleRequest: async (asked, response) => {
      if (asked.path === '/bug') throw new Error('select secret from users')
      if (!refuse(asked, response)) response.send(asked.ip)
    },
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

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** As a program that is not a browser can send it: any method, any address, any Host. */
function send(origin: string, options: { method?: string; path?: string; headers?: Record<string, string> }): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, ...options }, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
    })
    sent.on('error', reject).end()
  })
}

const swedish = { accept: 'text/html', 'accept-language': 'sv' }

test.each([
  ['two slashes', { path: '//' }],
  ['two slashes in disguise', { path: '/.//evil.example' }],
  ['a backslash', { path: '/\\\\evil.example' }],
  ['a whole URL', { path: 'http://evil.example/' }],
  ['a Host with a space', { headers: { host: 'a b' } }],
  ['a Host with a wrong port', { headers: { host: 'samlara.test:banana' } }],
  ['a forwarded Host with an impossible port', { headers: { 'x-forwarded-host': 'samlara.test:99999' } }],
])('%s is answered with a small page in the reader’s language, not with a fault', async (_what, asked) => {
  const headers = { ...swedish, ...('headers' in asked ? asked.headers : {}) }
  const answer = await send(await startTelling(), { ...asked, headers })
  expect(answer.status).toBe(400)
  expect(answer.headers['content-type']).toContain('text/html')
  expect(answer.body).toContain('<html lang="sv">')
  expect(answer.body).toContain('Adressen går inte att läsa.')
})

test.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])(
  '%s is no method here, and the answer says which are',
  async (method) => {
    const answer = await send(await startTelling(), { method, headers: { accept: 'application/json' } })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(answer.body)).toMatchObject({ status: 405, title: expect.any(String) })
  },
)

test('a write from another site changes nothing: people read why, programs get a problem', async () => {
  const origin = await startTelling()
  const foreign = { origin: 'https://evil.example' }
  const page = await send(origin, { method: 'POST', headers: { ...foreign, ...swedish, 'accept-language': 'nb' } })
  expect(page.status).toBe(403)
  expect(page.body).toContain('et annet nettsted')
  const program = await send(origin, { method: 'POST', headers: { ...foreign, accept: 'application/json' } })
  expect(JSON.parse(program.body)).toMatchObject({ status: 403 })
  expect((await send(origin, { method: 'POST', headers: { origin: 'http://samlara.test' } })).status).toBe(200)
})

test('what is thrown outside the app is logged, and answered without its text', async () => {
  const told = vi.spyOn(logger(), 'error').mockImplementation(() => {})
  const answer = await send(await startTelling(), { path: '/bug', headers: swedish })
  expect(answer.status).toBe(500)
  expect(answer.body).toContain('Något gick fel hos oss.')
  expect(answer.body).not.toContain('secret')
  expect(told).toHaveBeenCalledOnce()
})

test('a file of an older build that is gone is a missing page like any other', async () => {
  const answer = await send(await startTelling(), { path: '/assets/index-OLD.js', headers: swedish })
  expect(answer.status).toBe(404)
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
  expect(answer.body).toContain('Det gick inte')
})
