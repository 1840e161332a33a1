// After the days: what was counted, what is asked again after three and six months, and how it ends by itself.
import { m } from '#app/paraglide/messages.js'
import { ingrid, karin, type Role } from './cast.ts'
import { press, type Stage, settled, visitPage } from './stage.ts'

/** The value that the indicator page of one unit shows to the host's coordinator, as its text. */
export async function indicatorText(stage: Stage, indicatorId: string, unitId: string): Promise<string> {
  const page = await stage.pageOf(karin)
  await visitPage(page, `/indicators/${indicatorId}?unit=${unitId}`)
  return ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ')
}

/** Opens the follow-up from the mail and tells how far each goal has come. */
export async function answerFollowUp(stage: Stage, role: Role, progress: string): Promise<void> {
  const page = await stage.followMail(role, '/e/')
  await settled(page)
  for (const choice of await page.locator(`input[type="radio"][value="${progress}"]`).all()) await choice.check()
  await page.locator('[name="a.FUP01"][value="4"]').check()
  await page.locator('[name="a.FUP02"][value="yes"]').check()
  await press(page, m.evaluations_follow_up_send({}, { locale: role.locale }))
  if (role === ingrid) await stage.inspect(page)
  await page
    .getByText(m.evaluations_follow_up_saved({}, { locale: role.locale }))
    .first()
    .waitFor()
}
