// Writing and reading the blog in a real browser: with the editor, without any script, live between two people.
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSession } from '#app/features/identity/sessions.server.ts'
import { addDays } from '#app/kernel/days.ts'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { here } from '#db/context.server.ts'
import { posts } from '#db/schema/index.ts'
import { aCommentBy, aPostBy } from '#tests/blogs/writing.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { expectAccessible, expectNoSidewaysScroll, launchChromium, openReader, type ReaderOptions } from './support/browser.ts'
import { type JourneyServer, startJourneyServer } from './support/server.ts'

let server: JourneyServer
let browser: Browser

beforeAll(async () => {
  // The test's own copy of the code writes through the server's database and bus, under the same settings.
  server = await startJourneyServer('pglite', (environment) => setSettings(readSettings('test', environment)))
  browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A visit under way, with a host and a guest who have each signed in at a browser of their own. */
async function aVisitUnderWay() {
  const today = new Date().toISOString().slice(0, 10)
  const ctx = here() as TestCtx
  const meeting = await aVisitWithPeople(ctx, {
    title: 'Hem på patientens villkor',
    status: 'under_way',
    startsOn: addDays(today, -1),
    endsOn: addDays(today, 1),
  })
  const samira = await someoneIn(ctx, meeting.visit, { side: 'host', name: 'Samira Nilsson' })
  const ailu = await someoneIn(ctx, meeting.visit, { name: 'Áilu Sara' })
  const at = `/visits/${meeting.visit.id}`
  return { ...meeting, samira: samira.person, ailu: ailu.person, at }
}

async function signIn(person: { id: string }, options: Partial<ReaderOptions> = {}) {
  const reader = await openReader(browser, { origin: server.origin, ...options })
  const [name = '', value = ''] = ((await createSession(person.id, 'A test', here())).split(';')[0] ?? '').split('=')
  await reader.context.addCookies([{ name, value, url: server.origin }])
  return reader
}

const editor = (page: Page) => page.locator('[contenteditable="true"]')
const rowsTitled = (title: string) => here().db.select().from(posts).where(eq(posts.title, title))

test('a host writes with the editor, and it arrives where a guest reads, without a reload', async () => {
  const { samira, ailu, at } = await aVisitUnderWay()
  const guest = await signIn(ailu, { locale: 'nb-NO', width: 390 })
  await guest.page.goto(`${at}/room`)
  await guest.page.getByText('Når flere åpner siden, ser dere hverandre her.').waitFor()
  const asked: string[] = []
  guest.page.on('request', (request) => void (request.url().includes('.data') && asked.push(request.url())))

  const host = await signIn(samira)
  await host.page.goto(`${at}/blog/new`)
  await editor(host.page).waitFor()
  await expectAccessible(host.page)
  await host.page.getByLabel('Rubrik', { exact: true }).first().fill('Tröskeln')
  await editor(host.page).click()
  await host.page.getByRole('button', { name: 'Rubrik', exact: true }).click()
  await host.page.keyboard.type('Vi gick in och frågade')
  expect(await host.page.getByRole('button', { name: 'Rubrik', exact: true }).getAttribute('aria-pressed')).toBe('true')
  await host.page.keyboard.press('Enter')
  await host.page.keyboard.type('Hon ville ')
  await host.page.getByRole('button', { name: 'Tjock text' }).click()
  await host.page.keyboard.type('hämta tidningen')
  await host.page.getByRole('button', { name: 'Tjock text' }).click()
  await host.page.keyboard.press('Enter')
  await host.page.getByRole('button', { name: 'Punktlista' }).click()
  await host.page.keyboard.type('trettioåtta meter')
  await host.page.keyboard.press('Enter')
  await host.page.keyboard.type('en tröskel')
  await host.page.keyboard.press('Shift+Home')
  await host.page.getByRole('button', { name: 'Länk', exact: true }).click()
  await host.page.getByLabel('Länkens adress').fill('javascript:alert(1)')
  await host.page.getByRole('button', { name: 'Länka' }).click()
  await host.page.getByText('Skriv en hel adress').waitFor()
  await host.page.getByLabel('Länkens adress').fill('https://example.org/troskel')
  await host.page.keyboard.press('Enter')
  await host.page.getByLabel('Alla', { exact: false }).last().check()
  await host.page.getByRole('button', { name: 'Publicera' }).click()
  await host.page.waitForURL(/\/blog\/[0-9a-f-]{36}$/)
  expect(await host.page.locator('.sl-article__text').innerHTML()).toBe(
    '<h3>Vi gick in och frågade</h3><p>Hon ville <strong>hämta tidningen</strong></p>' +
      '<ul><li>trettioåtta meter</li><li><a href="https://example.org/troskel" rel="noopener nofollow ugc">en tröskel</a></li></ul>',
  )
  await expectAccessible(host.page)

  await guest.page.getByRole('link', { name: 'Tröskeln' }).waitFor()
  expect(asked).toEqual([])
  await guest.page.getByText('Samira Nilsson er her').waitFor()
  await expectAccessible(guest.page)
  await expectNoSidewaysScroll(guest.page)
  expect([...host.problems, ...guest.problems]).toEqual([])
  await host.context.close()
  await guest.context.close()
})

test('comments arrive while one writes, and nothing that is being typed is touched', async () => {
  const { visit, samira, ailu, karin, at } = await aVisitUnderWay()
  const postId = await aPostBy(samira, visit, here(), { title: 'Tavlan' })
  const host = await signIn(samira)
  await host.page.goto(`${at}/blog/${postId}`)
  await host.page.getByLabel('Din kommentar').fill('Det jag håller på att skriva')
  const guest = await signIn(ailu, { locale: 'nb-NO' })
  await guest.page.goto(`${at}/blog/${postId}`)
  await guest.page.waitForTimeout(500)
  await aCommentBy(karin, postId, here(), { text: 'Fra en tredje' })
  await host.page.getByText('Fra en tredje').waitFor()
  await guest.page.getByText('Fra en tredje').waitFor()

  await guest.context.setOffline(true)
  await aCommentBy(karin, postId, here(), { text: 'Mens nettet var borte' })
  await host.page.getByText('Mens nettet var borte').waitFor()
  expect(await guest.page.getByText('Mens nettet var borte').count()).toBe(0)
  await guest.context.setOffline(false)
  await guest.page.getByText('Mens nettet var borte').waitFor()

  await guest.page.getByRole('link', { name: 'Svar Karin Åkerlund' }).first().click()
  await guest.page.getByRole('heading', { name: 'Svar Karin Åkerlund' }).waitFor()
  await guest.page.getByLabel('Din kommentar').fill('Takk for sist')
  await guest.page.getByRole('button', { name: 'Send kommentaren' }).click()
  await host.page.getByText('Takk for sist').waitFor()
  expect(await host.page.getByLabel('Din kommentar').inputValue()).toBe('Det jag håller på att skriva')
  await guest.page.waitForURL(/#comment-/)
  await expect.poll(() => guest.page.getByLabel('Din kommentar').inputValue()).toBe('')
  expect(await guest.page.locator('.sl-comment--reply').getByText('Takk for sist').count()).toBe(1)
  expect([...host.problems, ...guest.problems]).toEqual([])
  await host.context.close()
  await guest.context.close()
})

test('what was typed is still there after the browser was closed, until the server has answered', async () => {
  const { samira, at } = await aVisitUnderWay()
  const { page, context, problems } = await signIn(samira)
  await page.goto(`${at}/blog/new`)
  await editor(page).waitFor()
  await page.getByLabel('Rubrik', { exact: true }).first().fill('Halvskrivet')
  await editor(page).click()
  await page.keyboard.type('Det första stycket')
  await page.waitForTimeout(1_000)
  await page.reload()
  await page.getByText('fanns kvar på den här enheten').waitFor()
  await editor(page).waitFor()
  expect(await editor(page).innerText()).toBe('Det första stycket')
  expect(await page.getByLabel('Rubrik', { exact: true }).first().inputValue()).toBe('Halvskrivet')

  await editor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('. Ring 070-123 45 67')
  await page.getByRole('button', { name: 'Publicera' }).click()
  await page.getByText('Det här ser ut som något som kan peka ut en patient').waitFor()
  expect(await editor(page).innerText()).toBe('Det första stycket. Ring 070-123 45 67')
  await expectAccessible(page)
  await page.getByLabel('Jag har läst igenom det').check()
  await page.getByRole('button', { name: 'Publicera' }).click()
  await page.waitForURL(/\/blog\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: 'Halvskrivet' }).waitFor()
  expect(await rowsTitled('Halvskrivet')).toMatchObject([{ confirmedWarnings: ['phone:070-123 45 67'] }])
  await page.goto(`${at}/blog/new`)
  await editor(page).waitFor()
  expect(await page.getByText('fanns kvar på den här enheten').count()).toBe(0)
  expect(problems).toEqual([])
  await context.close()
})

test('two who change the same post see each other’s text and lose nothing', async () => {
  const { visit, samira, at } = await aVisitUnderWay()
  const postId = await aPostBy(samira, visit, here(), { title: 'Två händer', body: 'Först.' })
  const first = await signIn(samira)
  const second = await signIn(samira)
  for (const { page } of [first, second]) {
    await page.goto(`${at}/blog/${postId}/edit`)
    await editor(page).click()
    await page.keyboard.press('Control+End')
  }
  await first.page.keyboard.type(' Från den ena.')
  await first.page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await first.page.getByText('Först. Från den ena.').waitFor()
  await second.page.keyboard.type(' Från den andra.')
  await second.page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await second.page.getByRole('heading', { name: 'Så här står det nu' }).waitFor()
  await second.page.getByText('Först. Från den ena.').waitFor()
  expect(await editor(second.page).innerText()).toBe('Först. Från den andra.')
  await expectAccessible(second.page)
  await second.page.getByRole('button', { name: 'Spara min text i stället' }).click()
  await second.page.waitForURL(/\/blog\/[0-9a-f-]{36}$/)
  expect(await rowsTitled('Två händer')).toMatchObject([{ plain: 'Först. Från den andra.', version: 3 }])
  expect([...first.problems, ...second.problems]).toEqual([])
  await first.context.close()
  await second.context.close()
})

test('all of it works without scripts', async () => {
  const { ailu, karin, at } = await aVisitUnderWay()
  const guest = await signIn(ailu, { locale: 'nb-NO', scripts: false, width: 390 })
  const { page } = guest
  await page.goto(`${at}/blog`)
  await page.getByRole('link', { name: 'Skriv et innlegg' }).click()
  await page.getByLabel('Tekst', { exact: true }).fill('## Morgenen\n\n- avisen\n- terskelen\n\nRing 912 34 567.')
  await page.getByText('Åpent på bloggen').click()
  await page.getByRole('button', { name: 'Publiser' }).click()
  await page.getByText('Skriv en overskrift.').first().waitFor()
  expect(await page.getByLabel('Tekst', { exact: true }).inputValue()).toContain('- terskelen')
  await page.getByLabel('Overskrift', { exact: true }).fill('Den første morgenen')
  await page.getByRole('button', { name: 'Publiser' }).click()
  await page.getByText('912 34 567', { exact: true }).waitFor()
  await page.getByLabel('Jeg har lest gjennom det').check()
  await page.getByRole('button', { name: 'Publiser' }).click()
  await page.getByRole('heading', { name: 'Den første morgenen' }).waitFor()
  expect(await page.locator('.sl-article__text li').allInnerTexts()).toEqual(['avisen', 'terskelen'])

  await page.getByRole('link', { name: 'Endre innlegget' }).click()
  expect(await page.getByLabel('Tekst', { exact: true }).inputValue()).toBe(
    '## Morgenen\n\n- avisen\n- terskelen\n\nRing 912 34 567.',
  )
  await page.getByLabel('Tekst', { exact: true }).fill('Bare avisen.')
  await page.getByRole('button', { name: 'Lagre endringene' }).click()
  await page.getByText('Bare avisen.').waitFor()
  await page.getByLabel('Din kommentar').fill('En tanke til')
  await page.getByRole('button', { name: 'Send kommentaren' }).click()
  await page.getByRole('heading', { name: '1 kommentar' }).waitFor()
  await page
    .getByRole('link', { name: 'Endre kommentaren av' })
    .or(page.getByRole('link', { name: 'Endre Áilu Saras kommentar' }))
    .click()
  await page.getByLabel('Din kommentar').fill('En annen tanke')
  await page.getByRole('button', { name: 'Lagre endringene' }).click()
  await page.getByText('En annen tanke').waitFor()
  await expectNoSidewaysScroll(page)

  const host = await signIn(karin, { scripts: false })
  await host.page.goto(page.url())
  await host.page.getByRole('link', { name: 'Ta bort Áilu Saras kommentar' }).click()
  await host.page.getByRole('button', { name: 'Ta bort kommentaren' }).click()
  await host.page.getByText('Skriv ett skäl').first().waitFor()
  await host.page.getByLabel('Skäl').fill('Fel visit.')
  await host.page.getByRole('button', { name: 'Ta bort kommentaren' }).click()
  await host.page.getByText('Värden har tagit bort kommentaren. Skäl: Fel visit.').waitFor()
  await guest.context.close()
  await host.context.close()
})

test('the open blog is read without signing in, without scripts being sent, and counts its reader once', async () => {
  const { visit, samira } = await aVisitUnderWay()
  await aPostBy(samira, visit, here(), { title: 'Öppet för alla', visibility: 'everyone' })
  const { page, context, problems } = await openReader(browser, { origin: server.origin, locale: 'en-GB' })
  // A headless browser says so in its name, and robots are not counted.
  await page.setExtraHTTPHeaders({ 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' })
  for (const address of ['/blog', '/blog/oppet-for-alla', '/blog/oppet-for-alla']) {
    expect((await page.goto(address))?.status()).toBe(200)
    expect(await page.locator('script').count()).toBe(0)
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Sign in to comment' }).waitFor()
  const host = await signIn(samira)
  const [row] = await rowsTitled('Öppet för alla')
  await host.page.goto(`/visits/${visit.id}/blog/${row?.id}`)
  await host.page.getByText('1 besökare').waitFor()
  expect([...problems, ...host.problems]).toEqual([])
  await context.close()
  await host.context.close()
})
