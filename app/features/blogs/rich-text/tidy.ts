// Brings content into its one normal form, so that the same text is the same document whichever way it was written.
// Normal: single spaces, none at the edges or beside breaks; neighbours of equal strength are one; addresses are links.
import type { Inline, Link, List, ListItem, Words } from './document.ts'
import { safeHref, splitAtAddresses } from './links.ts'

/** How deep lists may stand in lists; what is deeper is set at this depth. */
export const MAX_LIST_LEVELS = 8

/** What a reader of some format hands over: spaces, breaks inside words and unsafe links are still in it. */
export type RawLink = { kind: 'link'; href: unknown; content: Words[] }
export type RawInline = Words | { kind: 'break' } | RawLink

/** The content as paragraphs: an empty line between breaks starts a new one. Empty paragraphs are left out. */
export function tidyParagraphs(raw: readonly RawInline[]): Inline[][] {
  const paragraphs: Inline[][] = []
  let current: Inline[] = []
  for (const line of linesOf(raw)) {
    if (line.length === 0) {
      if (current.length > 0) paragraphs.push(current)
      current = []
      continue
    }
    if (current.length > 0) current.push({ kind: 'break' })
    current.push(...line)
  }
  if (current.length > 0) paragraphs.push(current)
  return paragraphs
}

/** The content as one paragraph with single breaks. */
export function tidyLines(raw: readonly RawInline[]): Inline[] {
  return tidyParagraphs(raw).flatMap((paragraph, index) => (index === 0 ? paragraph : [{ kind: 'break' }, ...paragraph]))
}

/** The content on one line, for headings. */
export function tidyLine(raw: readonly RawInline[]): Inline[] {
  return tidyLines(raw.map((inline) => (inline.kind === 'link' ? inline : spaced(inline))))
}

function spaced(inline: Words | { kind: 'break' }): Words {
  return inline.kind === 'break'
    ? { kind: 'text', text: ' ' }
    : { ...inline, text: inline.text.replace(/[\r\n\u2028\u2029]+/g, ' ') }
}

/** Drops empty items, hands the lists of an item without words to its neighbour, and keeps to the allowed depth. */
export function tidyList(list: List, level = 1): List | null {
  const items: ListItem[] = []
  for (const item of list.items) {
    const lists = mergeLists(item.lists.flatMap((inner) => tidyList(inner, level + 1) ?? []))
    const last = items.at(-1)
    if (item.content.length > 0) items.push({ content: item.content, lists })
    else if (last) last.lists = mergeLists([...last.lists, ...lists])
    else items.push(...lists.flatMap((inner) => inner.items))
  }
  if (items.length === 0) return null
  const flat = level < MAX_LIST_LEVELS ? items : items.flatMap(levelled)
  return { kind: 'list', ordered: list.ordered, items: flat }
}

/** Neighbouring lists of one kind are one list. */
export function mergeLists(lists: readonly List[]): List[] {
  const merged: List[] = []
  for (const list of lists) {
    const last = merged.at(-1)
    if (last && last.ordered === list.ordered) merged[merged.length - 1] = { ...last, items: [...last.items, ...list.items] }
    else merged.push(list)
  }
  return merged
}

function levelled(item: ListItem): ListItem[] {
  return [{ content: item.content, lists: [] }, ...item.lists.flatMap((list) => list.items.flatMap(levelled))]
}

function linesOf(raw: readonly RawInline[]): Inline[][] {
  const lines = [new Line()]
  for (const inline of withAddresses(mergeWords(raw.flatMap(cleaned)))) {
    if (inline.kind === 'break') lines.push(new Line())
    else lines.at(-1)?.add(inline)
  }
  return lines.map((line) => line.content)
}

/** Without control characters; line ends become breaks; links that may not be followed become their words. */
function cleaned(inline: RawInline): Inline[] {
  if (inline.kind === 'break') return [inline]
  if (inline.kind === 'text') {
    return inline.text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .flatMap((text, index): Inline[] => [
        ...(index === 0 ? [] : [{ kind: 'break' } as const]),
        ...wordsOf(text, inline.strong),
      ])
  }
  const content = inline.content.flatMap((words) => wordsOf(words.text.replace(/[\r\n\u2028\u2029]+/g, ' '), words.strong))
  const href = safeHref(inline.href)
  if (href === null || content.every((words) => words.text.trim() === '')) return content
  return [{ kind: 'link', href, content }]
}

function wordsOf(text: string, strong: true | undefined): Words[] {
  const clean = text.replace(/[\t\v\f\u0085]/g, ' ').replace(/[\p{Cc}\ufeff\ufffe\uffff]/gu, '')
  return clean === '' ? [] : [words(clean, strong)]
}

function words(text: string, strong: boolean | undefined): Words {
  return strong ? { kind: 'text', text, strong: true } : { kind: 'text', text }
}

function mergeWords(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text' && last.strong === inline.strong) {
      merged[merged.length - 1] = words(last.text + inline.text, inline.strong)
    } else merged.push(inline)
  }
  return merged
}

function withAddresses(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind !== 'text') return [inline]
    return splitAtAddresses(inline).map((part) =>
      'href' in part ? { kind: 'link', href: part.href, content: [part.words] } : part,
    )
  })
}

/** One line being set: holds a space back until a word follows it, so that none stands at an edge or twice. */
class Line {
  readonly content: Inline[] = []
  #space = false

  add(inline: Words | Link): void {
    if (inline.kind === 'text') {
      this.#addWords(inline)
      return
    }
    const inside = new Line()
    for (const part of inline.content) inside.add(part)
    if (/^ /.test(inline.content[0]?.text ?? '')) this.#space = true
    this.#settle(false)
    this.content.push({ ...inline, content: inside.content as Words[] })
    this.#space = / $/.test(inline.content.at(-1)?.text ?? '')
  }

  #addWords(inline: Words): void {
    for (const part of inline.text.match(/ +|[^ ]+/g) ?? []) {
      if (part.startsWith(' ')) {
        this.#space = true
        continue
      }
      this.#settle(inline.strong === true)
      append(this.content, part, inline.strong)
    }
  }

  /** Sets the space that was held back: inside strong words it is strong, between strong and plain it is plain. */
  #settle(nextIsStrong: boolean): void {
    const last = this.content.at(-1)
    if (this.#space && last) append(this.content, ' ', nextIsStrong && last.kind === 'text' && last.strong)
    this.#space = false
  }
}

function append(target: Inline[], text: string, strong: boolean | undefined): void {
  const last = target.at(-1)
  if (last?.kind === 'text' && last.strong === (strong || undefined)) last.text += text
  else target.push(words(text, strong))
}
