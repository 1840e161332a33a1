// The paper as a file: what a screen reader, an archive and a printer need of it. Read from the bytes, without a PDF library.
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { hasLettersFor, paperOf } from '#app/features/certificates/paper/paper.server.ts'
import type { CertificateFacts } from '#app/features/certificates/rules/facts.ts'
import { type Locale, locales } from '#app/kernel/locales.ts'

const address = 'https://samlara.example.org/check/3b0e8f0a-7a69-4d0e-9a39-0f1c2d3e4f50'
const [issuedAt, validUntil] = [new Date('2026-04-14T08:00:00Z'), new Date('2029-04-13T22:00:00Z')]

function factsIn(language: Locale, more: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    name: 'Bjørn-Ægir Åsén Łukasik',
    role: 'leader',
    path: { id: 'learn-to-teach-on', version: 1, title: 'Lära & leda' },
    hours: 11.5,
    modules: ['Öva', 'Se', 'Lære'],
    completedOn: '2026-04-10',
    issuedOn: '2026-04-14',
    unit: { id: 'u', name: 'Avdeling 4 <nord>' },
    language,
    issuer: 'Region Öst',
    ...more,
  }
}

const paper = (facts: CertificateFacts) => paperOf({ facts, issuedAt, validUntil, address })

/** The file with its streams unpacked, one character a byte. */
function unpacked(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return text.replaceAll(/stream\n([\s\S]*?)\nendstream/g, (whole, body: string) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return whole
    }
  })
}

/** UTF-16 as PDF writes texts that are more than ASCII, or the text itself. */
const utf16 = (text: string) => `\u00fe\u00ff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

test.each(locales)('in %s it is tagged, titled, in its language, and says that it is PDF/UA', async (language) => {
  const file = unpacked(await paper(factsIn(language)))
  expect(file).toContain(`/Lang (${language})`)
  expect(file).toMatch(/\/MarkInfo \d+ 0 R/)
  expect(file).toContain('/Marked true')
  expect(file).toMatch(/\/StructTreeRoot \d+ 0 R/)
  expect(file).toContain('/ParentTree')
  expect(file).toContain('/DisplayDocTitle true')
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
  const title = { sv: 'Intyg: Lära + leda', nb: 'Kursbevis: Lära + leda', en: 'Certificate: Lära + leda' }[language]
  expect(file).toContain(utf16(title))
  expect(Buffer.from(file, 'latin1').toString('utf8')).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`)
  expect(file).toContain('/Tabs /S')
})

test('one heading, two below it, a list with its items, a link and a figure that say where they lead', async () => {
  const file = unpacked(await paper(factsIn('sv')))
  const tags = (tag: string) => count(file, new RegExp(`/S /${tag}\\b`, 'g'))
  expect({ document: tags('Document'), h1: tags('H1'), h2: tags('H2') }).toEqual({ document: 1, h1: 1, h2: 2 })
  expect({ l: tags('L'), li: tags('LI'), label: tags('Lbl'), body: tags('LBody') }).toEqual({ l: 1, li: 3, label: 3, body: 3 })
  expect({ link: tags('Link'), figure: tags('Figure') }).toEqual({ link: 1, figure: 1 })
  expect(file).toContain(`/Alt (QR-kod som leder till ${address})`)
  expect(file).toContain(`/URI (${address})`)
  expect(file).toContain('/Artifact')
  // Every piece of the page is either in the structure or decoration.
  expect(count(file, /\bBDC\b|\bBMC\b/g)).toBe(count(file, /\bEMC\b/g))
})

test('its fonts are in it, and give its letters back when they are read aloud or copied', async () => {
  const file = unpacked(await paper(factsIn('nb')))
  expect(count(file, /\/FontFile2 /g)).toBe(2)
  expect(file).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/)
  for (const letter of 'øÆÅéŁ') {
    const code = (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
    expect(file).toMatch(new RegExp(`<${code}>`, 'i'))
  }
})

test('the same facts are the same bytes', async () => {
  expect((await paper(factsIn('sv'))).equals(await paper(factsIn('sv')))).toBe(true)
  expect((await paper(factsIn('sv'))).equals(await paper(factsIn('sv', { name: 'Elsa Öberg' })))).toBe(false)
})

test('what is long goes on over lines and pages, each with its place in the structure', async () => {
  const name = 'Anna-Maria Sofia Elisabet von und zu Überlingen-Østergaard Þórsdóttir af Ångström den yngre'
  const modules = Array.from({ length: 60 }, (_, index) => `Modul ${index + 1}: om att planera, öva, prova och följa upp`)
  const file = unpacked(await paper(factsIn('sv', { name, modules })))
  expect(count(file, /\/Type \/Page\b/g)).toBeGreaterThan(1)
  expect(count(file, /\/S \/LI\b/g)).toBe(60)
  expect(count(file, /\/StructParents \d+/g)).toBe(count(file, /\/Type \/Page\b/g))
})

test('letters that no Nordic font has do not stop it', async () => {
  expect((await paper(factsIn('en', { name: '王秀英 😀 محمد' }))).length).toBeGreaterThan(5_000)
})

test.each([
  ['Cyrillic', 'Оксана Шевченко', 'щ'],
  ['Greek', 'Ελένη Παπαδοπούλου', 'λ'],
  ['Vietnamese', 'Nguyễn Thị Hường', 'ễ'],
  ['accents in two signs', 'Åsa Čović'.normalize('NFD'), 'č'],
])('a name in %s is written in its letters', async (_script, name, letter) => {
  const facts = factsIn('sv', { name: `${name} ${letter}`, unit: { id: 'u', name } })
  expect(hasLettersFor(facts)).toBe(true)
  const code = (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
  expect(unpacked(await paper(facts))).toMatch(new RegExp(`<${code}>`, 'i'))
})

test('letters that our fonts do not have are known before anything is drawn', () => {
  for (const name of ['سميرة نيلسون', '田中', 'ሄዋን']) expect(hasLettersFor(factsIn('sv', { name }))).toBe(false)
})
