// The document that a post is stored as: small, typed, and unable to say anything dangerous.
// Nothing but `fromLexical` and `fromPlainText` makes one; nothing in it is ever markup.

/** Written words. `strong` is the only emphasis there is: no italic face is loaded. */
export type Words = { kind: 'text'; text: string; strong?: true }
export type LineBreak = { kind: 'break' }
/** `href` is absolute: http, https or mailto (`safeHref`). */
export type Link = { kind: 'link'; href: string; content: Words[] }
export type Inline = Words | LineBreak | Link

export type Paragraph = { kind: 'paragraph'; content: Inline[] }
export type Quote = { kind: 'quote'; content: Inline[] }
/** The page's title is the h1, so people's own headings start at 2. */
export type Heading = { kind: 'heading'; level: 2 | 3 | 4; content: Inline[] }
export type ListItem = { content: Inline[]; lists: List[] }
export type List = { kind: 'list'; ordered: boolean; items: ListItem[] }
export type Block = Paragraph | Quote | Heading | List

export type RichText = { version: 1; blocks: Block[] }

export function isEmptyText(text: RichText): boolean {
  return text.blocks.length === 0
}

/** Blocks, list items and pieces of content together: what a document costs to render. */
export function countNodes(text: RichText): number {
  return text.blocks.reduce((sum, block) => sum + nodesIn(block), 0)
}

function nodesIn(block: Block): number {
  if (block.kind !== 'list') return 1 + block.content.length
  return block.items.reduce(
    (sum, item) => sum + 1 + item.content.length + item.lists.reduce((inner, list) => inner + nodesIn(list), 0),
    1,
  )
}
