import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { units } from '#db/schema/index.ts'
import { anAdmin } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { ask } from '#tests/support/remix.ts'

test('without scripts, a refused button is answered with a page: why, in the reader’s language, and the way back', async ({
  ctx,
}) => {
  const hospital = await aUnit(ctx, { name: 'Älvsjukhuset' })
  await aUnit(ctx, { parent: hospital })
  const karin = await anAdmin(ctx)
  const path = `/units/${hospital.id}/closure`
  const refused = await ask(ctx, { path, as: karin, form: {} })
  expect(refused.status).toBe(409)
  expect(refused.headers.get('content-type')).toContain('text/html')
  expect(refused.text).toContain('<h1>Det gick inte</h1>')
  expect(refused.text).toContain('Stäng eller flytta först')
  expect(refused.text).toContain(`href="${path}"`)
  const back = await ask(ctx, { path, as: karin })
  expect(back.status).toBe(302)
  expect(back.headers.get('location')).toBe(`/units/${hospital.id}`)
  expect((await ctx.db.select().from(units).where(eq(units.id, hospital.id)))[0]?.closedAt).toBeNull()
})

test('inside a visit the refusal stands below the visit’s heading', async ({ ctx }) => {
  const { visit, ingrid } = await aVisitWithPeople(ctx)
  const refused = await ask(ctx, { path: `/visits/${visit.id}/programme/move`, as: ingrid, locale: 'nb', form: { keep: 'no' } })
  expect(refused.status).toBe(403)
  expect(refused.text).toContain(visit.title)
  expect(refused.text).toContain('Tilbake til siden')
  expect(refused.text).not.toContain('{"code"')
})

test('a program that asks a page for JSON gets a problem, a browser the page', async ({ ctx }) => {
  const program = await ask(ctx, { path: '/nowhere', accept: 'application/json' })
  expect(program.status).toBe(404)
  expect(program.headers.get('content-type')).toContain('application/problem+json')
  expect(JSON.parse(program.text)).toMatchObject({ status: 404, code: 'not_found' })
  const browser = await ask(ctx, { path: '/nowhere', accept: 'text/html,application/json;q=0.9' })
  expect(browser.status).toBe(404)
  expect(browser.text).toContain('<!DOCTYPE html>')
})
