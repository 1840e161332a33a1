// A certificate from the pair's page to somebody who checks it without knowing us: good by another library's word, refused by the
// same once it is taken back.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './support/browser.ts'
import { checkElsewhere } from './support/elsewhere.ts'
import { openDemoWorld } from './support/screens.ts'

const world = openDemoWorld()

/** What arrives when the link is pressed. */
async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return readFileSync(await file.path())
}

test('a certificate is fetched, carried away, verified by a stranger, taken back and refused', async () => {
  const yusuf = await world.comeIn('supervisor@demo.example', { width: 390 })
  await yusuf.page.goto('/paths/learn-to-teach-on')
  await yusuf.page.getByRole('link', { name: 'Till er sida och ditt intyg' }).click()
  await yusuf.page.getByText('Du har gått hela lärvägen').waitFor()
  await expectAccessible(yusuf.page)
  await yusuf.page.getByRole('button', { name: 'Hämta ditt intyg' }).click()
  await yusuf.page.getByRole('heading', { level: 1, name: 'Intyg: Lära för att lära vidare' }).waitFor()
  await expectAccessible(yusuf.page)
  await expectNoSidewaysScroll(yusuf.page)
  const pdf = await download(yusuf.page, 'Hämta som PDF')
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot')
  const token = (await download(yusuf.page, 'Hämta som digitalt märke (.jwt)')).toString()
  expect(await checkElsewhere(token)).toEqual({ name: 'Lära för att lära vidare', revoked: false })
  await yusuf.page.getByRole('link', { name: 'Öppna kontrollsidan' }).click()
  await yusuf.page.getByText('Intyget är äkta och gäller').waitFor()
  const address = yusuf.page.url()

  // Somebody at another employer, in Norwegian, without account and scripts.
  const stranger = await world.arrive({ locale: 'nb-NO', scripts: false, width: 390 })
  await stranger.page.goto(address)
  await stranger.page.getByText('Beviset er ekte og gjelder').waitFor()
  await stranger.page.getByText('Yusuf Demir').first().waitFor()
  await stranger.page.getByRole('link', { name: 'Har du det digitale merket? Kontroller signaturen' }).click()
  const paste = async (text: string, answer: string) => {
    await stranger.page.getByLabel('Digitalt merke').fill(text)
    await stranger.page.getByRole('button', { name: 'Kontroller' }).click()
    await stranger.page.getByText(answer).waitFor()
  }
  await paste(token, 'Beviset er ekte og gjelder')
  await paste(`${token.slice(0, -6)}AAAAAA`, 'signaturen stemmer ikke')
  await paste('Hei', 'Dette er ikke noe digitalt merke')
  expect(await stranger.context.cookies()).toEqual([])

  const lead = await world.comeIn('manager@demo.example')
  await lead.page.goto('/units')
  await lead.page.getByRole('link', { name: 'Rehabavdelningen Tallbacken' }).first().click()
  await lead.page.getByRole('link', { name: 'Intyg för lärvägar' }).click()
  await expectAccessible(lead.page)
  await lead.page.getByRole('link', { name: 'Yusuf Demir' }).click()
  await lead.page.getByRole('link', { name: 'Återkalla intyget' }).click()
  await expectAccessible(lead.page)
  await lead.page.getByLabel('Skäl').fill('Det sista passet blev aldrig av.')
  await lead.page.getByRole('button', { name: 'Återkalla intyget' }).click()
  await lead.page.getByText('Det sista passet blev aldrig av.').waitFor()

  expect(await checkElsewhere(token)).toMatchObject({ revoked: true })
  await paste(token, 'Beviset er trukket tilbake og gjelder ikke')
  await stranger.page.goto(address)
  await stranger.page.getByText('Beviset er trukket tilbake og gjelder ikke').waitFor()
  expect(await stranger.page.getByText('Yusuf').count()).toBe(0)
  await yusuf.page.goto('/certificates')
  await yusuf.page.getByRole('link', { name: 'Lära för att lära vidare' }).click()
  await yusuf.page.getByText('Det sista passet blev aldrig av.').waitFor()
  expect(await yusuf.page.getByRole('link', { name: 'Hämta som PDF' }).count()).toBe(0)
  for (const { problems, context } of [yusuf, stranger, lead]) {
    expect(problems).toEqual([])
    await context.close()
  }
})

test('the open pages of the check have no accessibility fault, on a phone and a desk', async () => {
  const elsa = await world.comeIn('manager@demo.example')
  await elsa.page.goto('/certificates')
  await elsa.page.getByRole('link', { name: 'Lära för att lära vidare' }).click()
  const open = (await elsa.page.getByRole('link', { name: 'Öppna kontrollsidan' }).getAttribute('href')) ?? ''
  await elsa.context.close()
  for (const width of [390, 1280]) {
    const { page, context, problems } = await world.arrive({ locale: 'en-GB', width })
    for (const path of [open, '/check']) {
      await page.goto(path)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    expect(problems).toEqual([])
    await context.close()
  }
})
