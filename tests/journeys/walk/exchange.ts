// Another country makes the path its own: copies it, changes a module, publishes it, and everybody sees what differs.
import { expect } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import type { Role } from '../visit/cast.ts'
import { go, press, type Stage, visitPage } from '../visit/stage.ts'

const title = 'Lære videre i Nordvik'
const aim = 'Dere vet hva dere vil, og skriver det ned samme dag.'

export async function adaptPath(stage: Stage, who: Role, path: string): Promise<void> {
  const page = await stage.pageOf(who)
  const { locale } = who
  await visitPage(page, path)
  await go(page, m.paths_copy({}, { locale }))
  await stage.inspect(page)
  await page.locator('[name="title"]').fill(title)
  await press(page, m.paths_copy_make({}, { locale }))
  await page.waitForURL(/\/paths\/[a-z0-9-]+\/edit$/)
  await stage.inspect(page)
  const own = new URL(page.url()).pathname.replace(/\/edit$/, '')

  await visitPage(page, `${own}/edit/m0`)
  await stage.inspect(page)
  await page.locator('[name="aim.nb"]').fill(aim)
  await press(page, m.paths_edit_save({}, { locale }))
  await visitPage(page, `${own}/edit/publish`)
  await stage.inspect(page)
  await page.locator('[name="audience"][value="everyone"]').check()
  await press(page, m.paths_publish_submit({ version: 1 }, { locale }))

  const stranger = await fetch(`${stage.server.origin}${own}/m0`, { headers: { 'accept-language': locale } })
  expect(stranger.status).toBe(200)
  expect(await stranger.text()).toContain(aim)
  await visitPage(page, `${own}/changes`)
  await stage.inspect(page)
  await page.locator('ins', { hasText: 'samme dag' }).first().waitFor()
  const others = await fetch(`${stage.server.origin}/paths`, { headers: { 'accept-language': locale } })
  expect(await others.text()).toContain(title)
}
