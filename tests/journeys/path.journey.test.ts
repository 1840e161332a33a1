// The open learning path: read in Norwegian without scripts, account or cookie, all of it printed as one document; looked at
// with scripts only so that axe can look too.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, launchChromium, openReader, type ReaderOptions } from './support/browser.ts'
import { type JourneyServer, startJourneyServer } from './support/server.ts'

/** A server and a browser for the tests of a group. */
function openPath(database: 'pglite' | 'postgres') {
  let server: JourneyServer
  let browser: Browser
  beforeAll(async () => {
    server = await startJourneyServer(database)
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return { reader: (options: Omit<ReaderOptions, 'origin'>) => openReader(browser, { origin: server.origin, ...options }) }
}

describe.each(['pglite', 'postgres'] as const)('on %s', (database) => {
  const path = openPath(database)

  test('somebody without account and scripts reads a module in Norwegian, checks herself and prints the path', async () => {
    const { page, context } = await path.reader({ locale: 'nb-NO', scripts: false, width: 390 })
    await page.goto('/')
    await page.getByText('Meny').first().click()
    await page.getByRole('link', { name: 'Læringsløp' }).last().click()
    await page.getByRole('heading', { level: 1, name: 'Læringsløp' }).waitFor()
    await page.getByRole('link', { name: 'Lære for å lære videre' }).click()
    await page.getByRole('heading', { level: 1, name: 'Lære for å lære videre' }).waitFor()
    await page.getByRole('link', { name: 'Planlegge læring: den didaktiske relasjonsmodellen' }).click()
    await page.getByRole('heading', { name: 'Felles avsjekk' }).waitFor()

    const answer = page.locator('.sl-path-checks details').first()
    expect(await answer.locator('p').isVisible()).toBe(false)
    await answer.locator('summary').click()
    expect(await answer.locator('p').isVisible()).toBe(true)

    await page.getByRole('link', { name: 'Fyll ut relasjonsmodellen for en økt på 15 minutter' }).click()
    await page.getByRole('heading', { name: 'Gjør dette hos dere' }).waitFor()
    await page.getByRole('link', { name: 'Åpne arket: Den didaktiske relasjonsmodellen' }).click()
    await page.getByLabel('Rammefaktorer').fill('Et kvarter på møterommet')

    await page.goto('/paths/learn-to-teach-on')
    await page.getByRole('link', { name: 'Hele læringsløpet som ett dokument' }).click()
    await page.waitForURL(/\/print$/)
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(11)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Velg Skriv ut i nettleseren').isVisible()).toBe(false)
    const paper = await page.pdf({ format: 'A4', tagged: true })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    expect(paper.length).toBeGreaterThan(100_000)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})

describe('looked at with scripts', () => {
  const path = openPath('pglite')

  test('the pages of the path have no accessibility fault, on a phone and a desk', async () => {
    for (const width of [390, 1280]) {
      const { page, context, problems } = await path.reader({ locale: 'en-GB', width })
      const home = '/paths/learn-to-teach-on'
      for (const address of [
        home,
        `${home}/m3`,
        `${home}/m1/six-dimensions`,
        `${home}/sheets/didactic`,
        `${home}/sheets/game`,
        `${home}/sheets/run_chart?values=3%0A5%0A6%0A4`,
        `${home}/share?words=Read`,
        `${home}/print`,
      ]) {
        await page.goto(address)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
      expect(problems).toEqual([])
      await context.close()
    }
  })
})
