// The stage: a server, a browser, and each person at a window of their own, in their own language.
import type { Browser, Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, launchChromium, openReader, type Reader } from '../support/browser.ts'
import { type JourneyServer, startJourneyServer } from '../support/server.ts'
import { type Role, tagOf } from './cast.ts'
import { makeAdmin } from './invite.ts'

export type Stage = {
  server: JourneyServer
  /** The person's page, opened at the first call. */
  pageOf(role: Role): Promise<Page>
  /** Follows the link in the person's mail whose path begins so and that was not followed before; waits for the mail. */
  followMail(role: Role, path: string): Promise<Page>
  /** What every page keeps: no accessibility fault, nothing sideways. Looks only where scripts run. */
  inspect(page: Page): Promise<void>
}

export type StageOptions = { database: 'pglite' | 'postgres'; scripts: boolean }

export async function openStage({ database, scripts }: StageOptions): Promise<Stage> {
  const server = await startJourneyServer(database, makeAdmin)
  const browser: Browser = await launchChromium()
  const readers = new Map<string, Reader>()
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') for (const { page } of readers.values()) await picture(page)
    const problems = [...readers.values()].flatMap((reader) => reader.problems)
    await browser.close()
    await server.stop()
    expect(problems).toEqual([])
  })
  async function pageOf(role: Role): Promise<Page> {
    const known = readers.get(role.email)
    if (known) return known.page
    // Guests are on their phones, hosts at a desk.
    const width = role.locale === 'sv' ? 1280 : 390
    const reader = await openReader(browser, { origin: server.origin, locale: tagOf(role.locale), scripts, width })
    readers.set(role.email, reader)
    if (!scripts) withoutScripts.add(reader.page)
    return reader.page
  }
  return {
    server,
    pageOf,
    async followMail(role, path) {
      const page = await pageOf(role)
      await visitPage(page, await server.linkTo(role.email, path))
      return page
    },
    async inspect(page) {
      await picture(page)
      if (!scripts) return
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    },
  }
}

let pictures = 0

/** With JOURNEY_PICTURES=<folder> every inspected page is also photographed, for people to look at. */
async function picture(page: Page): Promise<void> {
  const folder = process.env.JOURNEY_PICTURES
  if (!folder) return
  pictures += 1
  const name = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, 'id').replace(/[^a-z-]+/gi, '_')
  await page.screenshot({ path: `${folder}/${String(pictures).padStart(3, '0')}${name}.png`, fullPage: true })
}

/** Presses the button that is called so, and waits for what follows. */
export async function press(page: Page, name: string): Promise<void> {
  await pressing(page, page.getByRole('button', { name, exact: true }).first())
}

/** Presses a button that posts; answered and drawn when this resolves. */
export async function pressing(page: Page, button: Locator): Promise<void> {
  if (withoutScripts.has(page)) {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.click()])
    return
  }
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await button.click()
  await (await answered).finished()
  await settled(page)
}

/** Opens the address, and waits until the page can be used. */
export async function visitPage(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** Follows the link in the page's main part that is called so. */
export async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await settled(page)
}

const withoutScripts = new WeakSet<Page>()

type Router = { state: { navigation: { state: string }; revalidation: string; fetchers: Map<string, { state: string }> } }

/** Loaded, and where scripts run: nothing is on its way to or from the server. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  if (withoutScripts.has(page)) return
  await page.waitForFunction(() => {
    const hydrates = '__remixContext' in window
    const router = (window as unknown as { __remixRouter?: Router }).__remixRouter
    if (!hydrates) return true
    if (!router) return false
    const { navigation, revalidation, fetchers } = router.state
    return (
      navigation.state === 'idle' && revalidation === 'idle' && [...fetchers.values()].every(({ state }) => state === 'idle')
    )
  })
}

/** Fills fields by their labels, whole labels only. */
export async function fill(page: Page, texts: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).first().fill(text)
}
