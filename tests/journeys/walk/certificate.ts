// The certificate, as its holder takes it out and as somebody elsewhere examines it with a program of their own.
import { expect } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { checkElsewhere } from '../support/elsewhere.ts'
import type { Role } from '../visit/cast.ts'
import { press, pressing, type Stage, visitPage } from '../visit/stage.ts'

type Taken = { id: string; token: string }

/** Asks for it on the pair's page, and downloads both forms of it. */
export async function certify(stage: Stage, who: Role, pairId: string): Promise<Taken> {
  const page = await stage.pageOf(who)
  await visitPage(page, `/pairs/${pairId}`)
  await press(page, m.certificates_get({}, { locale: who.locale }))
  await page.waitForURL(/\/certificates\/[0-9a-f-]{36}/)
  await stage.inspect(page)
  const id = /\/certificates\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const paper = await page.request.get(`/certificates/${id}.pdf`)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const token = (await (await page.request.get(`/certificates/${id}.jwt`)).text()).trim()
  return { id, token }
}

export async function revoke(stage: Stage, who: Role, { id }: Taken): Promise<void> {
  const page = await stage.pageOf(who)
  await visitPage(page, `/certificates/${id}/revocation`)
  await stage.inspect(page)
  for (const field of await page.locator('main textarea').all()) await field.fill('Mitt namn är fel.')
  await pressing(page, page.locator('main form button[type="submit"]').last())
}

/** What a program elsewhere finds, and what the open page tells a stranger: they must agree. */
export async function verifiedBySomebodyElse(stage: Stage, { id, token }: Taken): Promise<{ revoked: boolean }> {
  const { revoked } = await checkElsewhere(token)
  const page = await (await fetch(`${stage.server.origin}/check/${id}`, { headers: { 'accept-language': 'nb' } })).text()
  expect(page.includes(m.certificates_check_revoked({}, { locale: 'nb' }))).toBe(revoked)
  expect(page.includes(m.certificates_check_valid({}, { locale: 'nb' }))).toBe(!revoked)
  return { revoked }
}
