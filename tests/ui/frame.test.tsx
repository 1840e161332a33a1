import { expect, test } from 'vitest'
import { BareFrame, Face, initialsOf, PageFrame, Pair } from '#app/ui/index.ts'
import { htmlOf, tagWith } from './render.tsx'

const nav = [
  { to: '/visits', label: 'Visits' },
  { to: '/blog', label: 'Blog' },
]

test('the first link of a page leads to its content', async () => {
  const html = await htmlOf(
    <PageFrame nav={nav} person={{ name: 'Karin Lund' }} needsYou={3}>
      <h1>Hello</h1>
    </PageFrame>,
  )
  expect(/<a [^>]*>/.exec(html)?.[0]).toContain('href="#main"')
  expect(html).toMatch(/<main[^>]*id="main"/)
})

test('the menu marks the page one is on', async () => {
  const html = await htmlOf(<PageFrame nav={nav}>x</PageFrame>, '/visits')
  expect(tagWith(html, 'href="/visits"')).toContain('aria-current="page"')
  expect(tagWith(html, 'href="/blog"')).toContain('<a')
  expect(tagWith(html, 'href="/blog"')).not.toContain('aria-current')
})

test('every language keeps the address and is written in its own words', async () => {
  const html = await htmlOf(<BareFrame>x</BareFrame>, '/e/abc?page=2&lang=en')
  expect(html).toContain('href="/e/abc?page=2&amp;lang=sv" lang="sv"')
  expect(html).toContain('href="/e/abc?page=2&amp;lang=nb" lang="nb"')
  expect(html).toContain('Norsk bokmål')
  expect(html.match(/aria-current="true"/g)).toHaveLength(2)
})

test('signing out is a form that posts, signing in a link', async () => {
  const signedIn = await htmlOf(
    <PageFrame nav={nav} person={{ name: 'Karin Lund' }}>
      x
    </PageFrame>,
  )
  expect(signedIn).toMatch(/<form[^>]*method="post"[^>]*action="\/logout"/)
  expect(signedIn).not.toContain('href="/login"')
  const visitor = await htmlOf(<PageFrame nav={nav}>x</PageFrame>)
  expect(visitor).toContain('href="/login"')
  expect(visitor).not.toContain('/logout')
})

test('the bare frame has no menu, but leads to the accessibility statement like every page', async () => {
  const html = await htmlOf(<BareFrame>x</BareFrame>)
  expect(html).not.toContain('Main menu')
  expect(html).toContain('href="/accessibility"')
})

test('a face beside a name is silent, a face alone carries it', async () => {
  expect(await htmlOf(<Face name="Åsa Öst" side="host" alone />)).toContain('<span class="sl-hidden">Åsa Öst</span>')
  expect(await htmlOf(<Face name="Karin" picture="/faces/karin.svg" side="host" />)).toContain('alt=""')
  expect(await htmlOf(<Pair host={{ name: 'Karin' }} guest={{ name: 'Ingrid' }} />)).not.toContain('sl-hidden')
})

test.each([
  ['Karin Lund', 'KL'],
  ['Áilu', 'Á'],
  ['anna maria  östberg', 'AÖ'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
