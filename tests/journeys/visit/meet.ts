// The days themselves, and the questionnaire that closes them.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { ingrid, karin, type Role } from './cast.ts'
import { press, pressing, type Stage, visitPage } from './stage.ts'

/** Ingrid writes from her phone; Karin, who has the room open, sees it and comments; with scripts both see it arrive. */
export async function blog(stage: Stage, visitId: string, scripts: boolean): Promise<void> {
  const guestPage = await stage.pageOf(ingrid)
  const hostPage = await stage.pageOf(karin)
  if (scripts) await watchTheClock(stage, hostPage, visitId)
  await visitPage(hostPage, `/visits/${visitId}/room`)
  await stage.inspect(hostPage)

  await visitPage(guestPage, `/visits/${visitId}/blog/new`)
  await guestPage.locator('[name="title"]').fill('Første morgen på Tallbacken')
  const plain = guestPage.locator('textarea[name="body"]')
  if (scripts) await guestPage.locator('[contenteditable="true"]').fill('Samtalen begynte med pasientens eget mål.')
  else await plain.fill('## Morgenen\n\nSamtalen begynte med pasientens eget mål.')
  await guestPage.locator('[name="visibility"][value="everyone"]').check()
  await press(guestPage, m.blogs_publish({}, { locale: 'nb' }))
  await guestPage.waitForURL(/\/blog\/[0-9a-f-]{36}/)

  if (scripts) await hostPage.getByText('Første morgen på Tallbacken').first().waitFor({ timeout: 10_000 })
  await visitPage(hostPage, guestPage.url())
  await hostPage.locator('textarea[name="text"]').first().fill('Precis så brukar vi börja.')
  await press(hostPage, m.blogs_comment_send({}, { locale: 'sv' }))
  if (!scripts) await visitPage(guestPage, guestPage.url())
  await guestPage.getByText('Precis så brukar vi börja.').first().waitFor({ timeout: 10_000 })
  await stage.inspect(guestPage)
}

/** An open room moves on by itself when the first point begins, at nine in the host's zone. */
async function watchTheClock(stage: Stage, page: Page, visitId: string): Promise<void> {
  const hasBegun = page.getByText(m.blogs_room_now_slot({ time: '10:30' }, { locale: 'sv' }))
  stage.server.setTime('2037-02-02T07:59:52Z')
  await visitPage(page, `/visits/${visitId}/room`)
  expect(await hasBegun.count()).toBe(0)
  await hasBegun.waitFor({ timeout: 30_000 })
}

/** Answers by question id; free text is left out. `na` is "don't know". */
export type Sheet = Record<string, string>

/** Answers from the link in the mail, one question a page, looks through and sends. Opening it twice uses nothing up. */
export async function answerEvaluation(stage: Stage, role: Role, sheet: Sheet): Promise<void> {
  const page = await stage.followMail(role, '/e/')
  const words = { locale: role.locale }
  await visitPage(page, page.url())
  await pressing(page, page.locator('button[name="go"][value="next"]'))
  for (let turn = 0; turn < 30; turn += 1) {
    const send = page.locator('button[name="go"][value="send"]')
    if (await send.count()) break
    const at = (await page.locator('input[name="at"]').getAttribute('value')) ?? ''
    const answer = sheet[at]
    if (answer) {
      const choice = page.locator(`[name="a.${at}"][value="${answer}"]`)
      if (await choice.count()) await choice.check()
      await pressing(page, page.locator('button[name="go"][value="next"]'))
    } else await pressing(page, page.locator('button[name="go"][value="skip"], button[name="go"][value="next"]').last())
  }
  if (role === ingrid) await stage.inspect(page)
  await press(page, m.evaluations_send({}, words))
  await page.locator('button[name="go"]').first().waitFor({ state: 'detached' })
}

/** Judges all goals for the role's side. */
export async function judgeGoals(stage: Stage, visitId: string, role: Role, levels: readonly string[]): Promise<void> {
  const page = await stage.pageOf(role)
  for (const [index, level] of levels.entries()) {
    await visitPage(page, `/visits/${visitId}/evaluation`)
    const form = page.locator('form', { has: page.locator('input[name="goalId"]') }).nth(index)
    if (!(await form.isVisible())) await page.locator('details:has(input[name="goalId"]) > summary').nth(index).click()
    await form.locator(`[name="level"][value="${level}"]`).check()
    await pressing(page, form.locator('button[type="submit"]').last())
  }
  await stage.inspect(page)
}

const answers: Record<string, string> = {
  SUM02: 'Att samtalet börjar med patientens mål.',
  SUM03: 'Hvordan dere holder hjemreisesamtalen.',
  SUM04: 'Hur Nordvik hinner ringa varje dag.',
  SUM05: 'Fem dager hjemme; vi vil prøve det.',
  SUM06: 'Vi prövar samtal dag två i mars; Karin börjar.',
  SUM08: 'Allt utom det sista får läsas av alla.',
}

/** Karin writes the summary, Ingrid agrees first, then Karin: with the second signature the visit is summarised. */
export async function summarise(stage: Stage, visitId: string): Promise<void> {
  const page = await stage.pageOf(karin)
  await visitPage(page, `/visits/${visitId}/summary`)
  await saveField(stage, visitId, 'SUM01', (form) => form.locator('[name="value"][value="mostly"]').check())
  for (const [item, text] of Object.entries(answers))
    await saveField(stage, visitId, item, (form) => form.locator('textarea[name="value"]').fill(text))
  await visitPage(page, `/visits/${visitId}/summary`)
  const publishing = page.locator(`form[action$="/summary/publishing"]`)
  for (const item of ['SUM02', 'SUM03', 'SUM04']) await publishing.locator(`[value="${item}"]`).check()
  await publishing.locator('[value="everyone"]').check()
  await pressing(page, publishing.locator('button[type="submit"]').last())
  await stage.inspect(page)
  for (const role of [ingrid, karin]) {
    const own = await stage.pageOf(role)
    await visitPage(own, `/visits/${visitId}/summary`)
    await press(own, m.evaluations_summary_agree({}, { locale: role.locale }))
  }
}

type FieldForm = ReturnType<Awaited<ReturnType<Stage['pageOf']>>['locator']>

async function saveField(
  stage: Stage,
  visitId: string,
  item: string,
  write: (form: FieldForm) => Promise<void>,
): Promise<void> {
  const page = await stage.pageOf(karin)
  const form = page.locator('form', { has: page.locator(`input[name="item"][value="${item}"]`) })
  await write(form)
  await pressing(page, form.locator('button[type="submit"]').last())
  if (!page.url().includes('/summary')) await visitPage(page, `/visits/${visitId}/summary`)
}
