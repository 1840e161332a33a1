// One line of typed text, both ways: strong words, links, and the backslash that takes a sign at its word.
import type { Inline, Words } from './document.ts'
import { safeHref, splitAtAddresses } from './links.ts'
import type { RawInline } from './tidy.ts'

const escapable = /[!-/:-@[-`{-~•]/
const blockSign = /^(?:#{1,4} |>|[-*•] )/
const numberSign = /^(\d{1,9})([.)]) /

/** What one line says. Reads it once from left to right. */
export function inlinesIn(line: string): RawInline[] {
  const result: RawInline[] = []
  let strong = false
  let text = ''
  const flush = () => {
    if (text !== '') result.push(words(text, strong))
    text = ''
  }
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '\\' && escapable.test(line.charAt(at + 1))) {
      at += 1
      text += line.charAt(at)
      continue
    }
    if (line.startsWith('**', at) && (strong || endOf('**', line, at + 2) !== -1)) {
      flush()
      strong = !strong
      at += 1
      continue
    }
    const link = sign === '[' ? linkAt(line, at) : null
    if (!link) {
      text += sign
      continue
    }
    flush()
    result.push({ kind: 'link', href: link.href, content: wordsIn(link.label, strong) })
    at = link.end
  }
  flush()
  return result
}

/** The line as it can be typed again: `inlinesIn` of it, tidied, gives the same content. */
export function lineOf(content: readonly Inline[]): string {
  const line = content
    .map((inline, index) => written(inline, content[index - 1], content[index + 1], content[index + 2]))
    .join('')
  if (blockSign.test(line)) return `\\${line}`
  return line.replace(numberSign, '$1\\$2 ')
}

/** `[label](address)` that begins at `from`; labels hold no brackets, so no part of a line is looked at twice. */
function linkAt(line: string, from: number): { label: string; href: string; end: number } | null {
  const close = endOf(']', line, from + 1)
  if (close === -1 || line.charAt(close + 1) !== '(') return null
  const end = line.indexOf(')', close)
  const href = end === -1 || end - close > 2_100 ? null : safeHref(line.slice(close + 2, end))
  return href === null ? null : { label: line.slice(from + 1, close), href, end }
}

/** Where `sign` next stands unescaped, or -1; an opening bracket before it ends the search. */
function endOf(sign: '**' | ']', line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) {
    if (line.charAt(at) === '\\') at += 1
    else if (line.startsWith(sign, at)) return at
    else if (sign === ']' && line.charAt(at) === '[') return -1
  }
  return -1
}

function wordsIn(label: string, strong: boolean): Words[] {
  return inlinesIn(label).flatMap((inline) =>
    inline.kind === 'text' ? [words(inline.text, strong !== (inline.strong === true))] : [],
  )
}

function words(text: string, strong: boolean): Words {
  return strong ? { kind: 'text', text, strong: true } : { kind: 'text', text }
}

function written(inline: Inline, before: Inline | undefined, next: Inline | undefined, afterNext: Inline | undefined): string {
  if (inline.kind === 'break') return '\n'
  if (inline.kind === 'text') return wordsWritten(inline)
  const bare = inline.content.length === 1 && standsAlone(before, next, afterNext) ? inline.content[0]?.text : undefined
  if (bare !== undefined && !inline.content[0]?.strong && isAddress(bare, inline.href)) return bare
  return `[${inline.content.map(wordsWritten).join('')}](${inline.href})`
}

function wordsWritten(inline: Words): string {
  const text = escaped(inline.text)
  return inline.strong ? `**${text}**` : text
}

/** Backslashes before the signs that would mean something where they stand. */
function escaped(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const next = text.charAt(at + 1)
    const atEdge = at === 0 || at === text.length - 1
    const means =
      (sign === '\\' && (next === '' || escapable.test(next))) ||
      (sign === '*' && (atEdge || next === '*' || text.charAt(at - 1) === '*')) ||
      sign === '[' ||
      sign === ']'
    result += means ? `\\${sign}` : sign
  }
  return result
}

function isAddress(text: string, href: string): boolean {
  const parts = splitAtAddresses({ kind: 'text', text })
  const only = parts.length === 1 ? parts[0] : undefined
  return only !== undefined && 'href' in only && only.href === href && only.words.text === text
}

/** Would an address written here without brackets be found again, and end where it ends? */
function standsAlone(before: Inline | undefined, next: Inline | undefined, afterNext: Inline | undefined): boolean {
  const begins = !before || before.kind === 'break' || (before.kind === 'text' && !before.strong && before.text.endsWith(' '))
  if (!begins) return false
  if (!next || next.kind === 'break') return true
  if (next.kind !== 'text' || next.strong) return false
  return /^[.,;:!?]* /.test(next.text) || (/^[.,;:!?]+$/.test(next.text) && (!afterNext || afterNext.kind === 'break'))
}
