// Every kind of page that can be reached by links, as four people of the demo world see it in a very small window: 320 × 256,
// which is 1280 × 1024 at 400 % zoom (WCAG 1.4.10). Nothing may be lost, and neither browser nor React may complain.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people.server.ts'
import { launchChromium, openReader, type Reader } from './support/browser.ts'
import { lostParts } from './support/reach.ts'
import { type JourneyServer, startJourneyServer } from './support/server.ts'
import { visitPage } from './visit/stage.ts'

let server: JourneyServer
let browser: Awaited<ReturnType<typeof launchChromium>>

beforeAll(async () => {
  server = await startJourneyServer('pglite', undefined, 'demo')
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function signIn(email: string): Promise<Reader> {
  const reader = await openReader(browser, { origin: server.origin, width: 320, height: 256 })
  await reader.page.goto('/login')
  const form = reader.page.locator('form:has([name=password])')
  await form.locator('[name=email]').fill(email)
  await form.locator('[name=password]').fill(DEMO_PASSWORD)
  await form.locator('[name=password]').press('Enter')
  await reader.page.waitForURL(/\/home$/)
  return reader
}

/** What kind of page an address leads to: the same for every visit, unit, post and indicator. */
function kindOf(path: string): string {
  const [place = '', search = ''] = path.split('?')
  const kind = place
    .replace(/[0-9a-f-]{36}/g, ':id')
    .replace(/^\/indicators\/[^/]+/, '/indicators/:id')
    .replace(/^\/blog\/(?!mine$).+/, '/blog/:slug')
  return [kind, ...new Set(new URLSearchParams(search).keys())].join(' ')
}

/** The page's links to our own pages, without other languages of the same page. */
function linksIn(html: string): string[] {
  const hrefs = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
  return hrefs.filter((path) => !/^\/dev\/|\.(ics|csv)(\?|$)|[?&]lang=/.test(path))
}

/**
 * Follows links from the start page, breadth first, to at most eight pages of each kind; every link must lead somewhere.
 * Answers with the fullest page of each kind.
 */
async function fullestPages(page: Page): Promise<Map<string, string>> {
  const read = new Map<string, { path: string; size: number }[]>()
  const waiting = ['/home']
  const known = new Set(waiting)
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const kind = kindOf(path)
    const others = read.get(kind) ?? []
    if (others.length === 8) continue
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBe(200)
    const html = await answer.text()
    read.set(kind, [...others, { path, size: html.length }])
    for (const link of linksIn(html)) {
      if (known.has(link)) continue
      known.add(link)
      waiting.push(link)
    }
  }
  const fullest = (pages: { path: string; size: number }[]) =>
    pages.reduce((one, other) => (other.size > one.size ? other : one)).path
  return new Map([...read].map(([kind, pages]) => [kind, fullest(pages)]))
}

test.each([
  {
    email: 'host@demo.example',
    sees: ['/visits/:id/programme', '/visits/:id/preparation', '/visits/:id/room', '/visits/new host'],
  },
  { email: 'guest@demo.example', sees: ['/visits/:id/preparation', '/visits/:id/rules', '/visits/:id/blog/new', '/offers'] },
  { email: 'lead@demo.example', sees: ['/indicators/:id unit', '/units/:id/results', '/units/:id/people', '/blog/:slug'] },
  { email: 'admin@demo.example', sees: ['/admin', '/units/:id/edit', '/units/new', '/settings'] },
])('in the smallest window $email loses nothing of any page', async ({ email, sees }) => {
  const { page, context, problems } = await signIn(email)
  const lost: string[] = []
  const pages = await fullestPages(page)
  expect([...pages.keys()]).toEqual(expect.arrayContaining(sees))
  for (const path of pages.values()) {
    await visitPage(page, path)
    for (const fault of await lostParts(page)) lost.push(`${path}: ${fault}`)
  }
  expect(lost).toEqual([])
  expect(problems).toEqual([])
  await context.close()
})
