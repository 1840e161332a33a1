// The fonts of the pages, for paper. They ship as compressed variable fonts in parts, one a script, which fontkit reads and
// pdfkit cannot embed: here their parts become one plain TrueType font at its regular weight.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { simpleGlyph } from './glyphs.ts'

export type Face = 'hanken-grotesk' | 'literata'
type Part = ReturnType<typeof create>
type Table = { tag: string; bytes: Uint8Array }

/** The parts that each face comes in; the first one lends its measures and its kerning. */
const scripts: Record<Face, readonly string[]> = {
  'hanken-grotesk': ['latin', 'latin-ext', 'vietnamese', 'cyrillic-ext'],
  literata: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'],
}

type Made = { file: Uint8Array; letters: ReadonlySet<number> }
const made = new Map<Face, Made>()

/** The face as a TrueType file; made once, in some hundred milliseconds. */
export function fontOf(face: Face): Uint8Array {
  return madeOf(face).file
}

/** Has the face a sign for every letter of the text? */
export function canWrite(face: Face, text: string): boolean {
  const { letters } = madeOf(face)
  return [...text].every((letter) => /\s/.test(letter) || letters.has(letter.codePointAt(0) ?? 0))
}

function madeOf(face: Face): Made {
  const known = made.get(face)
  if (known) return known
  const parts = scripts[face].map((script) => create(readFileSync(fileOf(face, script))))
  const font = { file: trueType(parts), letters: new Set(parts.flatMap((part) => part.characterSet)) }
  made.set(face, font)
  return font
}

function fileOf(face: Face, script: string): string {
  const packages = createRequire(import.meta.url)
  return packages.resolve(`@fontsource-variable/${face}/files/${face}-${script}-wght-normal.woff2`)
}

/** Glyphs of the first part keep their numbers, so its kerning holds; those of the others follow. */
function trueType(parts: readonly Part[]): Uint8Array {
  const [main] = parts
  if (!main) throw new Error('A font needs a part.')
  const glyphs: { advance: number; outline: Uint8Array }[] = []
  const numbers = new Map<number, number>()
  for (const part of parts) {
    const first = glyphs.length
    for (let id = 0; id < part.numGlyphs; id += 1) {
      const glyph = part.getGlyph(id)
      glyphs.push({ advance: Math.round(glyph.advanceWidth), outline: simpleGlyph(glyph.path.commands) })
    }
    for (const code of part.characterSet) {
      if (!numbers.has(code)) numbers.set(code, first + part.glyphForCodePoint(code).id)
    }
  }
  const copied = ['OS/2', 'name', 'GPOS'].flatMap((tag) => tableOf(main, tag) ?? [])
  return fileWith([
    ...copied,
    { tag: 'cmap', bytes: cmapOf(numbers) },
    { tag: 'glyf', bytes: Buffer.concat(glyphs.map(({ outline }) => outline)) },
    { tag: 'head', bytes: patched(main, 'head', 50, 1) },
    { tag: 'hhea', bytes: patched(main, 'hhea', 34, glyphs.length) },
    { tag: 'hmtx', bytes: shorts(glyphs.flatMap(({ advance, outline }) => [advance, leftOf(outline)])) },
    { tag: 'loca', bytes: offsetsOf(glyphs.map(({ outline }) => outline.length)) },
    { tag: 'maxp', bytes: patched(main, 'maxp', 4, glyphs.length) },
    { tag: 'post', bytes: shorts([3, 0, ...Array<number>(14).fill(0)]) },
  ])
}

function tableOf(font: Part, tag: string): Table | null {
  const length = font.directory.tables[tag]?.length
  const stream = font._getTableStream(tag)
  return length && stream ? { tag, bytes: Uint8Array.from(stream.readBuffer(length)) } : null
}

/** A table of the first part with one number changed: how offsets are written, or how many glyphs there are. */
function patched(font: Part, tag: string, at: number, value: number): Uint8Array {
  const bytes = tableOf(font, tag)?.bytes ?? new Uint8Array(0)
  new DataView(bytes.buffer).setUint16(at, value)
  return bytes
}

function leftOf(outline: Uint8Array): number {
  return outline.length > 0 ? new DataView(outline.buffer).getInt16(2) : 0
}

function shorts(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  for (const [index, value] of values.entries()) view.setInt16(index * 2, value)
  return new Uint8Array(view.buffer)
}

function longs(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value)
  return new Uint8Array(view.buffer)
}

function offsetsOf(lengths: readonly number[]): Uint8Array {
  const offsets = [0]
  for (const length of lengths) offsets.push((offsets.at(-1) ?? 0) + length)
  return longs(offsets)
}

/** Format 12: code point to glyph, a group each. */
function cmapOf(numbers: ReadonlyMap<number, number>): Uint8Array {
  const groups = [...numbers].sort(([a], [b]) => a - b).flatMap(([code, glyph]) => [code, code, glyph])
  const subtable = [0x000c0000, 16 + groups.length * 4, 0, groups.length / 3, ...groups]
  return longs([0x00000001, 0x0003000a, 12, ...subtable])
}

function fileWith(tables: readonly Table[]): Uint8Array {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
  const head = Buffer.alloc(12 + sorted.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(sorted.length, 4)
  let offset = head.length
  const bodies = sorted.map(({ tag, bytes }, index) => {
    const at = 12 + index * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...bodies])
}
