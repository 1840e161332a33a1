// The path is open: every page of it, to somebody without account, cookie or script, in three languages.
import { describe, expect } from 'vitest'
import { toolIds } from '#app/features/paths/rules/shape.ts'
import { locales } from '#app/kernel/locales.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'
import { shippedPath } from './shipped.ts'

const path = shippedPath
const home = '/paths/learn-to-teach-on'
const everyPage = [
  home,
  `${home}/print`,
  `${home}/share`,
  ...path.modules.flatMap((module) => [
    `${home}/${module.id.toLowerCase()}`,
    ...[...module.tracks.resource_person, ...module.tracks.leader].map((one) => `${home}/${module.id.toLowerCase()}/${one.id}`),
  ]),
  ...toolIds.map((id) => `${home}/sheets/${id}`),
]

describe.each(locales)('in %s', (locale) => {
  test('everybody reads every page, without cookie and without script', async ({ ctx }) => {
    for (const url of everyPage) {
      const { status, headers, text } = await ask(ctx, { path: url, locale })
      expect([url, status]).toEqual([url, 200])
      expect(headers.get('set-cookie')).toBeNull()
      expect(text).not.toMatch(/<script/)
      expect(text).toContain(`lang="${locale}"`)
    }
  })
})

test('a page says that it is everybody’s only to those who are not known, and only as long as it is', async ({ ctx }) => {
  const told = async (call: Parameters<typeof ask>[1]) => (await ask(ctx, call)).headers.get('cache-control')
  expect(await told({ path: `${home}/m3` })).toBe('public, no-cache')
  expect(await told({ path: `${home}/m3`, as: await anOutsider(ctx) })).toBe('private, no-store')
  expect(await told({ path: `${home}/m3`, headers: { cookie: 'theme=dark' } })).toBe('private, no-store')
  expect(await told({ path: `${home}/sheets/run_chart?values=1` })).toBe('private, no-store')
  expect(await told({ path: `${home}/m10` })).toBe('private, no-store')
})

test('what is not on the path is not found', async ({ ctx }) => {
  for (const url of ['/paths/other', `${home}/m10`, `${home}/m0/nothing`, `${home}/sheets/nothing`]) {
    expect((await ask(ctx, { path: url })).status).toBe(404)
  }
})

test('own measurements become a chart with median and table; a line without a figure is named', async ({ ctx }) => {
  const { text } = await ask(ctx, { path: `${home}/sheets/run_chart?title=Fall&values=3%0A5%0Ahund%0A4`, locale: 'sv' })
  expect(text).toContain('Median 4')
  expect(text).toContain('hund')
  expect(text).toContain('<svg class="sl-chart')
  const empty = await ask(ctx, { path: `${home}/sheets/run_chart?values=${encodeURIComponent('<script>')}`, locale: 'sv' })
  expect(empty.status).toBe(200)
  expect(empty.text).not.toContain('<script>')
})

test('a letter is written from own words, and no address is asked for', async ({ ctx }) => {
  const { text } = await ask(ctx, { path: `${home}/share?words=Hej`, locale: 'sv' })
  expect(text).toContain('href="mailto:?subject=')
  expect(text).not.toMatch(/type="email"/)
})
