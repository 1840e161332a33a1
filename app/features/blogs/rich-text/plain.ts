// The same document as text that can be typed in any field: the form without JavaScript reads and writes it.
//   blank line = new paragraph · "## " "### " "#### " headings · "- " and "1. " lists, two spaces further in = a list inside ·
//   "> " quote · **strong** · [words](https://address) · bare addresses become links · a backslash takes a sign at its word
import { DomainError } from '#app/kernel/errors.ts'
import { type Block, countNodes, type List, type ListItem, type RichText } from './document.ts'
import { inlinesIn } from './plain-line.ts'
import { byteLength, limits, refuseBroken, richText } from './rules.ts'
import { MAX_LIST_LEVELS, type RawInline, tidyLine, tidyLines, tidyList, tidyParagraphs } from './tidy.ts'

const headingLine = /^(#{1,4}) +(.*)$/
const quoteLine = /^> ?(.*)$/
const itemLine = /^(?:([-*•])|\d{1,9}[.)]) +(.*)$/

/**
 * The document that the typed text says.
 * @throws DomainError invalid when it is too long or holds NUL or half characters.
 */
export function fromPlainText(text: string): RichText {
  if (byteLength(text) > limits.bytes) throw new DomainError('invalid', 'blogs_error_too_long')
  refuseBroken(text)
  const reader = new Reader()
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  if (lines.length > limits.nodes) throw new DomainError('invalid', 'blogs_error_too_long')
  for (const line of lines) reader.read(line.replace(/[\t\v\f\u0085]/g, '  '))
  const document = richText(reader.finish())
  if (countNodes(document) > limits.nodes) throw new DomainError('invalid', 'blogs_error_too_long')
  return document
}

/** Collects lines into blocks; a block ends where a line of another kind begins. */
class Reader {
  readonly #blocks: Block[] = []
  #kind: 'paragraph' | 'quote' | 'list' = 'paragraph'
  #lines: RawInline[] = []
  #root: List = emptyList(false)
  /** Every item of the list being read, and those of them that the next line can still belong to, outermost first. */
  #items: OpenItem[] = []
  #open: OpenItem[] = []

  read(line: string): void {
    const text = trimSpaces(line)
    const heading = headingLine.exec(text)
    const item = itemLine.exec(text)
    const quote = quoteLine.exec(text)
    const indent = line.indexOf(text.charAt(0))
    const last = this.#open.at(-1)
    if (text === '') this.#blank()
    else if (heading) this.#heading(heading[1]?.length ?? 2, heading[2] ?? '')
    else if (item) this.#item(indent, item[1] === undefined, item[2] ?? '')
    else if (quote) this.#line('quote', quote[1] ?? '')
    else if (last && indent >= 2) last.raw.push({ kind: 'break' }, ...inlinesIn(text))
    else this.#line('paragraph', text)
  }

  finish(): Block[] {
    this.#close()
    return this.#blocks
  }

  #blank(): void {
    if (this.#kind !== 'list') this.#close()
  }

  #heading(signs: number, text: string): void {
    this.#close()
    const content = tidyLine(inlinesIn(text))
    const level = signs <= 2 ? 2 : signs === 3 ? 3 : 4
    if (content.length > 0) this.#blocks.push({ kind: 'heading', level, content })
  }

  #line(kind: 'paragraph' | 'quote', text: string): void {
    if (this.#kind !== kind) this.#close()
    this.#kind = kind
    this.#lines.push(...inlinesIn(text), { kind: 'break' })
  }

  #item(indent: number, ordered: boolean, text: string): void {
    if (this.#kind !== 'list') this.#close()
    while ((this.#open.at(-1)?.indent ?? -2) > indent - 2) this.#open.pop()
    this.#open.length = Math.min(this.#open.length, MAX_LIST_LEVELS - 1)
    const parent = this.#open.at(-1)
    const opened: OpenItem = { indent, raw: inlinesIn(text), item: { content: [], lists: [] } }
    this.#listFor(parent, ordered).items.push(opened.item)
    this.#items.push(opened)
    this.#open.push(opened)
  }

  /** The list that an item under `parent` joins: the last one when it is of the same kind, else a new one. */
  #listFor(parent: OpenItem | undefined, ordered: boolean): List {
    if (!parent) {
      if (this.#root.items.length > 0 && this.#root.ordered !== ordered) this.#close()
      this.#kind = 'list'
      this.#root.ordered = ordered
      return this.#root
    }
    const last = parent.item.lists.at(-1)
    if (last?.ordered === ordered) return last
    const list = emptyList(ordered)
    parent.item.lists.push(list)
    return list
  }

  #close(): void {
    for (const { item, raw } of this.#items) item.content = tidyLines(raw)
    const list = tidyList(this.#root)
    if (list) this.#blocks.push(list)
    const kind = this.#kind === 'quote' ? 'quote' : 'paragraph'
    for (const content of tidyParagraphs(this.#lines)) this.#blocks.push({ kind, content })
    this.#kind = 'paragraph'
    this.#lines = []
    this.#root = emptyList(false)
    this.#items = []
    this.#open = []
  }
}

function emptyList(ordered: boolean): List {
  return { kind: 'list', ordered, items: [] }
}

type OpenItem = { indent: number; raw: RawInline[]; item: ListItem }

/** Without the spaces at both ends; written by hand because a pattern would take the square of a long run's time. */
function trimSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charAt(start) === ' ') start += 1
  while (end > start && text.charAt(end - 1) === ' ') end -= 1
  return text.slice(start, end)
}
