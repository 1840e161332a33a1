// Reads what the editor sends. This is the security boundary of rich text: an allow-list walk over untrusted JSON, measured
// before it is walked; what comes out is our own document, so nothing the editor could carry is ever stored or rendered.
import { DomainError } from '#app/kernel/errors.ts'
import type { Block, Heading, List, ListItem, RichText, Words } from './document.ts'
import { mergeLists, type RawInline, tidyLine, tidyLines, tidyList, tidyParagraphs } from './tidy.ts'

export const limits = { bytes: 256 * 1024, nodes: 5_000, depth: 40 }

const STRONG_FORMATS = 1 | 2 // bold and italic

type Node = Record<string, unknown>

/**
 * The document in a Lexical editor state (lexical 0.52, as JSON text).
 * Kept: paragraphs, headings, lists, quotes, links, line breaks, emphasis. Styles, indents and unknown keys are dropped.
 * @throws DomainError invalid when it is too large, too deep, not such a state, or holds a node that is not on the list.
 */
export function fromLexical(json: string): RichText {
  if (byteLength(json) > limits.bytes) throw new DomainError('invalid', 'blogs_error_too_long')
  const state = parse(json)
  const root = isNode(state) ? state.root : undefined
  if (!isNode(root) || root.type !== 'root') throw unreadable()
  measure(root)
  return richText(childrenOf(root).flatMap(blocksOf))
}

/** The blocks as a document: neighbouring lists joined. @throws DomainError invalid when it is longer than a post may be. */
export function richText(blocks: readonly Block[]): RichText {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'list' && last?.kind === 'list') joined.splice(-1, 1, ...mergeLists([last, block]))
    else joined.push(block)
  }
  return { version: 1, blocks: joined }
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Refuses what no person types and no database takes: NUL and halves of characters. */
export function refuseBroken(text: string): void {
  if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) throw unreadable()
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw unreadable()
  }
}

/** Counts nodes and depth with a list of its own, not the call stack, so that no nesting can exhaust it. */
function measure(root: Node): void {
  const waiting: { node: Node; depth: number }[] = [{ node: root, depth: 1 }]
  let count = 1
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > limits.depth) throw new DomainError('invalid', 'blogs_error_too_deep')
    const children = childrenOf(next.node)
    count += children.length
    if (count > limits.nodes) throw new DomainError('invalid', 'blogs_error_too_long')
    for (const node of children) waiting.push({ node, depth: next.depth + 1 })
  }
}

function blocksOf(node: Node): Block[] {
  switch (node.type) {
    case 'paragraph':
      return tidyParagraphs(inlinesOf(node)).map((content) => ({ kind: 'paragraph', content }))
    case 'quote':
      return tidyParagraphs(inlinesOf(node)).map((content) => ({ kind: 'quote', content }))
    case 'heading': {
      const content = tidyLine(inlinesOf(node))
      return content.length === 0 ? [] : [{ kind: 'heading', level: levelOf(node.tag), content }]
    }
    case 'list': {
      const list = tidyList(listOf(node))
      return list ? [list] : []
    }
    default:
      throw unreadable()
  }
}

function levelOf(tag: unknown): Heading['level'] {
  if (tag === 'h1' || tag === 'h2') return 2
  return tag === 'h3' ? 3 : 4
}

function listOf(node: Node): List {
  return { kind: 'list', ordered: node.listType === 'number', items: childrenOf(node).map(itemOf) }
}

function itemOf(node: Node): ListItem {
  if (node.type !== 'listitem') throw unreadable()
  const children = childrenOf(node)
  return {
    content: tidyLines(children.filter((child) => child.type !== 'list').flatMap(inlineOf)),
    lists: children.filter((child) => child.type === 'list').map(listOf),
  }
}

function inlinesOf(node: Node): RawInline[] {
  return childrenOf(node).flatMap(inlineOf)
}

function inlineOf(node: Node): RawInline[] {
  switch (node.type) {
    case 'text':
      return [wordsOf(node)]
    case 'tab':
      return [{ kind: 'text', text: ' ' }]
    case 'linebreak':
      return [{ kind: 'break' }]
    case 'link':
    case 'autolink': {
      const content = inlinesOf(node).flatMap((inline) => (inline.kind === 'link' ? inline.content : [inlineWords(inline)]))
      if (typeof node.url === 'string') refuseBroken(node.url)
      return [{ kind: 'link', href: node.url, content }]
    }
    // A paragraph inside a quote or a list item, as pasted text has it.
    case 'paragraph':
      return [{ kind: 'break' }, ...inlinesOf(node), { kind: 'break' }]
    default:
      throw unreadable()
  }
}

function inlineWords(inline: Words | { kind: 'break' }): Words {
  return inline.kind === 'break' ? { kind: 'text', text: ' ' } : inline
}

function wordsOf(node: Node): Words {
  if (typeof node.text !== 'string') throw unreadable()
  refuseBroken(node.text)
  const strong = typeof node.format === 'number' && (node.format & STRONG_FORMATS) !== 0
  return strong ? { kind: 'text', text: node.text, strong: true } : { kind: 'text', text: node.text }
}

function childrenOf(node: Node): Node[] {
  const children = node.children
  if (children === undefined) return []
  if (!Array.isArray(children) || !children.every(isNode)) throw unreadable()
  return children
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unreadable(): DomainError {
  return new DomainError('invalid', 'blogs_error_unreadable')
}
