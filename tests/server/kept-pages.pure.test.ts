// Which answers are kept and sent again, and to whom: seen through a host whose door makes one page, numbered each time.
import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { type HostOptions, startHost } from '#server/host.ts'
import { answerKept, keepAnswer } from '#server/kept-pages.ts'

type Door = Awaited<ReturnType<HostOptions['load']>>

afterEach(() => void vi.restoreAllMocks())

/** `headers`: what the page says of itself. Every page made has the next number. */
async function startNumbering(headers: Record<string, string>): Promise<string> {
  let made = 0
  const door: Partial<Door> = {
    configure: (mode, environment) => {
      const settings = readSettings(mode, environment)
      setSettings(settings)
      return settings
    },
    start: async () => {},
    stop: async () => {},
    answerKept,
    handleRequest: async (asked, response) => {
      keepAnswer(asked, response)
      made += 1
      response.set({ 'Content-Security-Policy': `script-src 'self' 'nonce-${made}'`, ...headers })
      response.status(asked.path.endsWith('missing') ? 404 : 200)
      response.write(`Sida ${made} på `)
      response.end(asked.acceptsLanguages()[0])
    },
  }
  const host = await startHost({ mode: 'test', environment: { PORT: '0', HOST: '127.0.0.1' }, load: async () => door as Door })
  onTestFinished(() => host.stop())
  return `http://127.0.0.1:${host.port}`
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

function get(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = `${origin}${path}`
    const sent = request(url, { headers: { 'accept-language': 'sv', ...headers } }, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
    })
    sent.once('error', reject)
    sent.end()
  })
}

const everybodys = { 'Cache-Control': 'public, no-cache', 'Content-Type': 'text/html; charset=utf-8' }
// Each test reads an address of its own, since pages are kept for the whole process.
let pages = 0
function aPage(): string {
  pages += 1
  return `/paths/${pages}`
}

test('a public page is made once, and sent again to everybody who is not known', async () => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  const first = await get(origin, path)
  const second = await get(origin, path)
  expect([first.body, second.body]).toEqual(['Sida 1 på sv', 'Sida 1 på sv'])
  expect(second.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(second.headers['cache-control']).toBe('public, no-cache')
  expect(second.headers.vary).toBe('Accept-Language, Cookie, Accept-Encoding')
})

test('a kept page allows no nonce, since it would be the same for everybody', async () => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  expect((await get(origin, path)).headers['content-security-policy']).toBe("script-src 'self' 'nonce-1'")
  expect((await get(origin, path)).headers['content-security-policy']).toBe("script-src 'self'")
})

test('each language has its own', async () => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  await get(origin, path)
  expect((await get(origin, path, { 'accept-language': 'nb' })).body).toBe('Sida 2 på nb')
  expect((await get(origin, path)).body).toBe('Sida 1 på sv')
})

test.each([
  ['a cookie', { cookie: 'theme=dark' }],
  ['a word of authority', { authorization: 'Bearer x' }],
  ['a wish for data', { accept: 'application/json' }],
])('whoever comes with %s gets a page of their own, which nobody else gets', async (_, headers) => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  await get(origin, path, headers)
  expect((await get(origin, path)).body).toBe('Sida 2 på sv')
  expect((await get(origin, path, headers)).body).toBe('Sida 3 på sv')
})

test.each([
  ['is private', { 'Cache-Control': 'private, no-store' }],
  ['says nothing', { 'Cache-Control': '' }],
  ['sets a cookie', { 'Set-Cookie': 'lang=sv' }],
])('an answer that %s is not kept', async (_, headers) => {
  const [origin, path] = [await startNumbering({ ...everybodys, ...headers }), aPage()]
  await get(origin, path)
  expect((await get(origin, path)).body).toBe('Sida 2 på sv')
})

test('neither is a page that is not there, one asked with a question mark, nor one outside the paths', async () => {
  const origin = await startNumbering(everybodys)
  for (const path of [`${aPage()}/missing`, `${aPage()}?lang=nb`, '/blog']) {
    const first = await get(origin, path)
    expect((await get(origin, path)).body).not.toBe(first.body)
  }
})

test('after ten seconds it is made anew', async () => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  await get(origin, path)
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + 10_001)
  expect((await get(origin, path)).body).toBe('Sida 2 på sv')
})

test('it is packed as the reader’s program wishes, and says so', async () => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  await get(origin, path)
  for (const [wish, packing] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
  ] as const) {
    const answer = await fetch(`${origin}${path}`, { headers: { 'accept-language': 'sv', 'accept-encoding': wish } })
    expect(answer.headers.get('content-encoding')).toBe(packing)
    expect(await answer.text()).toBe('Sida 1 på sv')
  }
  expect((await get(origin, path, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined()
})

test('who has it already is told so, without the page', async () => {
  const [origin, path] = [await startNumbering(everybodys), aPage()]
  await get(origin, path)
  const { etag = '' } = (await get(origin, path)).headers
  const again = await get(origin, path, { 'if-none-match': etag })
  expect([again.status, again.body]).toEqual([304, ''])
  expect((await get(origin, path, { 'if-none-match': '"another"' })).status).toBe(200)
})
