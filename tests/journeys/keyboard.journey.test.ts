// Nobody touches a mouse: with Tab, Enter, Space, arrows and typing one comes everywhere, always sees where one stands, and
// can do what a visit asks for.

import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people.server.ts'
import { stopOf, tabThrough, tabTo } from './support/reach.ts'
import { fullestPages, openDemoWorld } from './support/screens.ts'
import { settled, visitPage } from './visit/stage.ts'

const world = openDemoWorld()

// In the narrow window what is special is that bars take several lines, on pages where something is written.
test.each([
  { email: 'host@demo.example', width: 1280, height: 800, pages: ['writing', 'reading'] },
  { email: 'guest@demo.example', width: 390, height: 844, pages: ['writing'] },
] as const)('Tab brings $email to everything on $pages pages, in order, always in sight', async ({ email, pages, ...size }) => {
  const { page, context, problems } = await world.comeIn(email, size)
  const wrong: string[] = []
  const kinds = [...(await fullestPages(page)).values()]
  for (const path of pages.flatMap((use) => kinds.flatMap((kind) => kind[use]))) {
    await visitPage(page, path)
    if (/\/blog\/(new|.+\/edit)$/.test(path)) await page.locator('[contenteditable=true]').waitFor()
    for (const fault of await tabThrough(page)) wrong.push(`${path}: ${fault}`)
  }
  expect(wrong).toEqual([])
  expect(problems).toEqual([])
  await context.close()
})

/** A person who has signed in without a mouse: past the header with the skip link, then field by field. */
async function comeIn(email: string, locale: 'sv-SE' | 'nb-NO') {
  const reader = await world.arrive({ locale, height: 800 })
  const { page } = reader
  await visitPage(page, '/login')
  await page.keyboard.press('Tab')
  expect(await stopOf(page)).toMatchObject({ name: expect.stringMatching(/^a .*Hoppa? til/), faults: [] })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator('main :focus').count()).toBe(1)
  await tabTo(page, page.locator('form:has([name=password]) [name=email]'))
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/home$/)
  await settled(page)
  return reader
}

/** Goes to the link or button with Tab and presses Enter. */
async function enter(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

async function write(page: Page, place: Locator, text: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.type(text)
}

const linkIn = (page: Page, part: 'main' | 'banner', name: string) => page.getByRole(part).getByRole('link', { name }).first()

test('a guest adds a goal, writes a post, answers it and signs out', async () => {
  const { page, context, problems } = await comeIn('guest@demo.example', 'nb-NO')
  await enter(page, linkIn(page, 'banner', 'Besøk'))
  await page.waitForURL(/\/visits$/)
  await enter(page, linkIn(page, 'main', 'Trygg hemgång'))
  await enter(page, linkIn(page, 'main', 'Legg til et mål'))
  await page.waitForURL(/\/goals\/new$/)
  await write(page, page.locator('main textarea[name=text]'), 'Se hvem som ringer hjem')
  await enter(page, page.locator('main form button[type=submit]:not([tabindex])'))
  await page.getByText('Se hvem som ringer hjem').first().waitFor()

  await enter(page, linkIn(page, 'main', 'Blogg'))
  await enter(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name: /^Skriv .*innlegg/ })
      .first(),
  )
  const editor = page.locator('[contenteditable=true]')
  await editor.waitFor()
  await write(page, page.getByLabel('Overskrift', { exact: true }).first(), 'Uten mus')
  await tabTo(page, editor)
  await page.keyboard.type('Det første')
  await tabTo(page, page.getByRole('button', { name: 'Punktliste' }), 'Shift+Tab')
  await page.keyboard.press('Space')
  expect(await editor.locator('li').innerText()).toBe('Det første')
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
  await enter(page, page.getByRole('button', { name: 'Publiser' }))
  await page.getByRole('heading', { name: 'Uten mus' }).waitFor()

  await write(page, page.getByLabel('Din kommentar'), 'Og uten å se på fingrene')
  await enter(page, page.getByRole('button', { name: 'Send kommentaren' }))
  await page.getByRole('heading', { name: '1 kommentar' }).waitFor()

  const menu = page.getByRole('banner').locator('summary', { hasText: 'Ingrid' })
  await tabTo(page, menu, 'Shift+Tab')
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Innstillinger' }).first())
  await tabTo(page, menu, 'Shift+Tab')
  await page.keyboard.press('Space')
  await page.getByRole('banner').getByRole('link', { name: 'Innstillinger' }).first().waitFor({ state: 'hidden' })
  await page.keyboard.press('Space')
  await enter(page, page.getByRole('banner').getByRole('button', { name: 'Logg ut' }).first())
  await page.getByRole('banner').getByRole('link', { name: 'Logg inn' }).first().waitFor()
  expect(problems).toEqual([])
  await context.close()
})

test('a host puts a goal into the programme', async () => {
  const { page, context, problems } = await comeIn('host@demo.example', 'sv-SE')
  await enter(page, linkIn(page, 'main', 'Trygg hemgång med'))
  await enter(page, linkIn(page, 'main', 'Program'))
  await enter(page, linkIn(page, 'main', 'Lägg till en programpunkt'))
  await page.waitForURL(/\/programme\/new/)
  await write(page, page.locator('[name=title]'), 'Plan vid tangenterna')
  await tabTo(page, page.locator('[name=day]'))
  await page.keyboard.press('ArrowDown')
  await write(page, page.locator('[name=startsAt]'), '1510')
  await write(page, page.locator('[name=endsAt]'), '1540')
  await tabTo(page, page.locator('[name=kind]'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('[name=goalIds]').last())
  await page.keyboard.press('Space')
  await enter(page, page.getByRole('button', { name: 'Lägg till i programmet' }))
  await page.getByRole('heading', { name: 'Plan vid tangenterna' }).waitFor()
  await page.getByText('15.10').first().waitFor()
  expect(problems).toEqual([])
  await context.close()
})
