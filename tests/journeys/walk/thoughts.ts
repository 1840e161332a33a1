// One's own thoughts: written, kept or shared, and what the other one's browser is ever sent.
import type { Page, Response } from 'playwright-core'
import { m } from '#app/paraglide/messages.js'
import type { Role } from '../visit/cast.ts'
import { press, type Stage, visitPage } from '../visit/stage.ts'

/** Writes on the module's page; shared with the pair when it is named, else nobody's. */
export async function think(stage: Stage, who: Role, module: string, text: string, pairId?: string): Promise<void> {
  const page = await stage.pageOf(who)
  await visitPage(page, module)
  await page.locator('[name="text"]').fill(text)
  if (pairId) await page.locator(`[name="share"][value="${pairId}"]`).check()
  await press(page, m.pairs_reflection_save({}, { locale: who.locale }))
}

/** Gathers all that the page's browser receives: pages, data and whatever comes over a socket. */
export function listenTo(page: Page): { contains(words: string): boolean } {
  const heard: string[] = []
  page.on('response', (response: Response) => {
    const type = response.headers()['content-type'] ?? ''
    if (/text|json|script/.test(type))
      void response.text().then(
        (text) => heard.push(text),
        () => undefined,
      )
  })
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  return { contains: (words) => heard.some((text) => text.includes(words)) }
}
