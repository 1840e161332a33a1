// The certificate on paper: one tagged PDF (PDF/UA-1) with embedded fonts, the same bytes every time for the same facts.
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { formatLongDay } from '#app/i18n/format.ts'
import { inLanguage } from '#app/i18n/language.server.ts'
import { HOME_ZONE, lastDayBefore } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { CertificateFacts } from '../rules/facts.ts'
import { hoursSaid, roleName } from '../said.ts'
import { canWrite, fontOf } from './fonts.server.ts'

type Sheet = { facts: CertificateFacts; issuedAt: Date; validUntil: Date; address: string }
type Doc = InstanceType<typeof PDFDocument>
type Branch = ReturnType<Doc['struct']>

const MARGIN = 64
const FOOT = 40
// The light theme's colours: neutral 1000 and 800, and the three berries of the mark.
const INK = '#261d31'
const QUIET = '#585062'
const ACCENT = '#58337f'
const GUEST = '#b5771c'
const MEET = '#b4265a'
const CODE_SIDE = 108
const faces = { plain: 'hanken-grotesk', voice: 'literata' } as const

/** The PDF's bytes, in the certificate's language. */
export function paperOf(sheet: Sheet): Promise<Buffer> {
  return inLanguage(sheet.facts.language, () => draw(sheet))
}

/** Do our fonts have all its letters? A paper with boxes for a name is no proof of anything. */
export function hasLettersFor({ name, unit, path, issuer, modules }: CertificateFacts): boolean {
  return [name, unit.name, path.title, issuer, ...modules].every((text) =>
    Object.values(faces).some((face) => canWrite(face, composed(text))),
  )
}

/** Letters and their accents as one sign each, as fonts have them. */
function composed(text: string): string {
  return text.normalize('NFC')
}

function draw(sheet: Sheet): Promise<Buffer> {
  const { facts, issuedAt } = sheet
  const title = m.certificates_paper_title({ path: facts.path.title })
  const doc = new PDFDocument({
    ...{
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT },
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: facts.language,
    },
    // The types know the PDF/A subsets alone.
    subset: 'PDF/UA' as 'PDF/A-1',
    info: { Title: forMetadata(title), Author: forMetadata(facts.issuer), Creator: 'Samlära', CreationDate: issuedAt },
  })
  const whole = bytesOf(doc)
  doc.registerFont('plain', Buffer.from(fontOf(faces.plain)))
  doc.registerFont('voice', Buffer.from(fontOf(faces.voice)))
  write(doc, sheet)
  doc.end()
  return whole
}

function bytesOf(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** pdfkit writes the title into XML as it is: what has a meaning there is left out. */
function forMetadata(text: string): string {
  return text.replaceAll('&', '+').replaceAll(/[<>]/g, '')
}

function write(doc: Doc, { facts, validUntil, address }: Sheet): void {
  const { path, unit } = facts
  const page = doc.struct('Document')
  doc.addStructure(page)
  mark(doc)
  doc.y = 100
  line(doc, page, 'H1', m.certificates_word(), { font: 'voice', size: 34, color: ACCENT, after: 16 })
  line(doc, page, 'P', facts.name, { font: 'voice', size: facts.name.length > 40 ? 19 : 26, after: 6 })
  line(doc, page, 'P', m.certificates_has_walked(), { color: QUIET, after: 8 })
  line(doc, page, 'P', path.title, { font: 'voice', size: 20, after: 8 })
  const as = m.certificates_as({ role: roleName(facts), unit: unit.name })
  line(doc, page, 'P', as, { color: QUIET, after: 22 })
  for (const [term, value] of [
    [m.certificates_fact_scope(), hoursSaid(facts)],
    [m.certificates_fact_completed(), formatLongDay(facts.completedOn)],
    [m.certificates_fact_issued(), formatLongDay(facts.issuedOn)],
    [m.certificates_fact_valid(), formatLongDay(lastDayBefore(validUntil, HOME_ZONE))],
    [m.certificates_fact_issuer(), facts.issuer],
  ] as const) {
    line(doc, page, 'P', `${term}: ${value}`, { after: 3 })
  }
  doc.y += 18
  line(doc, page, 'H2', m.certificates_fact_modules(), { size: 13, color: ACCENT, after: 6 })
  modules(doc, page, facts.modules)
  check(doc, page, address)
  page.end()
}

type Look = { font?: 'plain' | 'voice'; size?: number; color?: string; after: number; width?: number; indent?: number }

/** One element of the structure with one text, which wraps as long as it is. */
function line(doc: Doc, parent: Branch, tag: string, text: string, look: Look): void {
  const { font = 'plain', size = 11, color = INK, after, width, indent = 0 } = look
  const draw = () => {
    doc.font(fontFor(text, font)).fontSize(size).fillColor(color)
    doc.text(composed(text), MARGIN + indent, doc.y, {
      width: (width ?? doc.page.width - 2 * MARGIN) - indent,
      lineGap: size * 0.12,
    })
  }
  parent.add(doc.struct(tag, {}, draw))
  doc.y += after
}

/** The font asked for, or the other one where only that has the letters. */
function fontFor(text: string, asked: 'plain' | 'voice'): 'plain' | 'voice' {
  if (canWrite(faces[asked], composed(text))) return asked
  return asked === 'plain' ? 'voice' : 'plain'
}

function modules(doc: Doc, page: Branch, titles: readonly string[]): void {
  const list = doc.struct('L')
  page.add(list)
  for (const [index, title] of titles.entries()) {
    if (doc.y > doc.page.height - FOOT - 30) doc.addPage()
    const item = doc.struct('LI')
    list.add(item)
    const top = doc.y
    line(doc, item, 'Lbl', `${index + 1}`, { color: QUIET, after: 0 })
    doc.y = top
    line(doc, item, 'LBody', title, { indent: 22, after: 2 })
    item.end()
  }
  list.end()
}

/** Where anybody can see how it stands: a code for phones, the address in words for everybody else. */
function check(doc: Doc, page: Branch, address: string): void {
  doc.y += 22
  if (doc.y + CODE_SIDE + 30 > doc.page.height - FOOT) doc.addPage()
  const top = doc.y
  const left = doc.page.width - MARGIN - CODE_SIDE
  const alt = m.certificates_paper_code({ address })
  const width = left - MARGIN - 24
  line(doc, page, 'H2', m.certificates_paper_check(), { size: 13, color: ACCENT, after: 6, width })
  line(doc, page, 'P', m.certificates_paper_check_text(), { after: 6, width })
  const link = doc.struct('Link', { alt: address })
  page.add(link)
  link.add(() => {
    doc.font('plain').fontSize(9).fillColor(ACCENT)
    doc.text(address, MARGIN, doc.y, { width, link: address, underline: true })
  })
  link.end()
  const below = doc.y
  // The types do not know the box, which PDF/UA wants of a figure.
  const figure = { alt, bbox: [left, top, left + CODE_SIDE, top + CODE_SIDE] }
  page.add(doc.struct('Figure', figure, () => code(doc, address, left, top)))
  doc.y = Math.max(below, top + CODE_SIDE) + 10
}

function code(doc: Doc, address: string, left: number, top: number): void {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  const side = CODE_SIDE / size
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) {
      if (dark) doc.rect(left + column * side, top + row * side, side, side)
    }
  }
  doc.fill(INK)
}

/** The mark and the name of the product; for the eye alone. */
function mark(doc: Doc): void {
  doc.markContent('Artifact', { type: 'Layout' })
  const [x, y, radius, half] = [MARGIN + 14, 64, 14, 9.2]
  const height = Math.sqrt(radius ** 2 - half ** 2)
  doc.circle(x, y, radius).fill(ACCENT)
  doc.circle(x + 2 * half, y, radius).fill(GUEST)
  const [top, bottom] = [`${x + half} ${y - height}`, `${x + half} ${y + height}`]
  doc.path(`M${top}A${radius} ${radius} 0 0 1 ${bottom}A${radius} ${radius} 0 0 1 ${top}Z`).fill(MEET)
  doc.font('plain').fontSize(15).fillColor(INK)
  doc.text(m.common_product(), x + 2 * half + radius + 10, y - 10)
  doc.endMarkedContent()
}
