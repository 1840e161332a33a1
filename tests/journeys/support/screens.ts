// The demo world's screens: its people at their browsers, and the pages that links lead them to.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people.server.ts'
import { launchChromium, openReader, type Reader, type ReaderOptions } from './browser.ts'
import { type JourneyServer, startJourneyServer } from './server.ts'

type Options = Omit<ReaderOptions, 'origin'>

/** A server with the demo world, and a browser, for all tests of a file. */
export function openDemoWorld() {
  let server: JourneyServer
  let browser: Browser
  beforeAll(async () => {
    server = await startJourneyServer('pglite', undefined, 'demo')
    browser = await launchChromium()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const arrive = (options: Options): Promise<Reader> => openReader(browser, { origin: server.origin, ...options })
  return {
    /** Somebody whom nobody knows yet. */
    arrive,
    /** A person of the demo world who has signed in and stands on the start page. */
    async comeIn(email: string, options: Options = {}): Promise<Reader> {
      const reader = await arrive(options)
      await reader.page.goto('/login')
      const form = reader.page.locator('form:has([name=password])')
      await form.locator('[name=email]').fill(email)
      await form.locator('[name=password]').fill(DEMO_PASSWORD)
      await form.locator('[name=password]').press('Enter')
      await reader.page.waitForURL(/\/home$/)
      return reader
    },
  }
}

/** What kind of page an address leads to: the same for every visit, unit, post, indicator and module. */
function kindOf(path: string): string {
  const [place = '', search = ''] = path.split('?')
  const kind = place
    .replace(/[0-9a-f-]{36}/g, ':id')
    .replace(/^\/indicators\/[^/]+/, '/indicators/:id')
    .replace(/^\/blog\/(?!mine$|units$).+/, '/blog/:slug')
    .replace(/^(\/paths\/[^/]+)\/m\d/, '$1/:module')
    .replace(/(:module)\/.+/, '$1/:activity')
    .replace(/(\/sheets)\/.+/, '$1/:sheet')
  return [kind, ...new Set(new URLSearchParams(search).keys())].join(' ')
}

/** The page's links to our own pages, without other languages of the same page. */
function linksIn(html: string): string[] {
  const hrefs = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
  return hrefs.filter((path) => !/^\/dev\/|\.(ics|csv|pdf|jwt)(\?|$)|[?&]lang=/.test(path))
}

/** Each a list of one, or of none where there is no such page. */
type Fullest = { writing: string[]; reading: string[] }
type Read = { path: string; size: number; writes: boolean }

/**
 * Follows links from the start page, breadth first, to at most five pages of each kind; every link must lead somewhere.
 * Answers, by kind, with the fullest page to read and the fullest one to write on.
 */
export async function fullestPages(page: Page): Promise<Map<string, Fullest>> {
  const read = new Map<string, Read[]>()
  const waiting = ['/home']
  const known = new Set(waiting)
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const kind = kindOf(path)
    const others = read.get(kind) ?? []
    if (others.length === 5) continue
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBe(200)
    // What is saved to a file is no page.
    if (answer.headers()['content-disposition']?.startsWith('attachment')) continue
    const html = await answer.text()
    read.set(kind, [...others, { path, size: html.length, writes: html.includes('<textarea') }])
    for (const link of linksIn(html)) {
      if (known.has(link)) continue
      known.add(link)
      waiting.push(link)
    }
  }
  return new Map(
    [...read].map(([kind, pages]) => [kind, { writing: fullestOf(pages, true), reading: fullestOf(pages, false) }]),
  )
}

function fullestOf(pages: readonly Read[], writes: boolean): string[] {
  const [fullest] = pages.filter((page) => page.writes === writes).sort((one, other) => other.size - one.size)
  return fullest ? [fullest.path] : []
}
