import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { inLanguage } from '#app/i18n/language.server.ts'
import { locales } from '#app/kernel/locales.ts'
import About from '#app/routes/about.tsx'
import { CookieTable } from '#app/ui/CookieTable.tsx'
import { PageFrame, ThemeChoice } from '#app/ui/index.ts'
import { StartPage } from '#app/ui/start/StartPage.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { htmlOf, tagWith } from './render.tsx'

const start = (parts: Partial<Parameters<typeof StartPage>[0]> = {}) => (
  <StartPage voice={null} stories={null} offers={null} {...parts} />
)

const pages: [string, ReactElement][] = [
  ['the start page', start()],
  ['the page about Samlära', <About key="about" />],
  ['the cookie table', <CookieTable key="cookies" session="samlara" idle={14} most={90} />],
]

test.each(pages)('%s exists in three languages, without style attributes', async (_name, page) => {
  const texts = await Promise.all(locales.map((locale) => inLanguage(locale, () => htmlOf(page))))
  expect(new Set(texts).size).toBe(3)
  for (const text of texts) expect(text).not.toMatch(/\sstyle=|undefined|\[object/)
})

test('where nobody has told or invited, the start page says what to do instead of showing nothing', async () => {
  const html = await htmlOf(start())
  expect(html).toContain('Nobody has told openly yet')
  expect(html).toContain('No unit has opened its door yet')
  expect(html).not.toContain('href="/blog"')
  expect(html).not.toContain('href="/offers"')
})

test('a voice is quoted in the language it was written in', async () => {
  const voice = {
    to: '/blog/x',
    words: 'Hva vil du gjøre?',
    lang: 'nb',
    name: 'Áilu',
    about: 'Nordvik',
    side: 'guest' as const,
  }
  const html = await htmlOf(start({ voice, stories: <p>cards</p> }))
  expect(html).toMatch(/<blockquote[^>]*lang="nb"[^>]*>Hva vil du gjøre\?<\/blockquote>/)
  expect(html).toContain('href="/blog"')
})

test('a page has one first heading', async () => {
  expect((await htmlOf(start())).match(/<h1/g)).toHaveLength(1)
})

test('the chosen theme is marked, and choosing is a form that knows the way back', async () => {
  const html = await htmlOf(
    <PageFrame nav={[]} footer={<ThemeChoice theme="dark" />}>
      x
    </PageFrame>,
    '/blog?page=2',
  )
  expect(tagWith(html, 'value="dark"')).toContain('aria-pressed="true"')
  expect(tagWith(html, 'value="light"')).toContain('aria-pressed="false"')
  expect(tagWith(html, 'name="to"')).toContain('value="/blog?page=2"')
})

test('titles carry no soft hyphens', () => {
  expect(pageTitle('Tillgänglighets\u00adredogörelse')).toBe('Tillgänglighetsredogörelse – Samlära')
})
