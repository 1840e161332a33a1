// The document that a post is stored as: small, typed, and unable to say anything dangerous.
// Nothing but `fromLexical` and `fromPlainText` makes one; nothing in it is ever markup.

/** Written words. `strong` is the only emphasis there is: no italic face is loaded. */
export type Words = { kind: 'text'; text: string; strong?: true }
export type LineBreak = { kind: 'break' }
/** `href` is absolute: http, https or mailto (`safeHref`). */
export type Link = { kind: 'link'; href: string; content: (Words | LineBreak)[] }
export type Inline = Words | LineBreak | Link

export type Paragraph = { kind: 'paragraph'; content: Inline[] }
export type Quote = { kind: 'quote'; content: Inline[] }
/** The page's title is the h1, so people's own headings start at 2. */
export type Heading = { kind: 'heading'; level: 2 | 3 | 4; content: Inline[] }
export type ListItem = { content: Inline[]; lists: List[] }
export type List = { kind: 'list'; ordered: boolean; items: ListItem[] }
export type Block = Paragraph | Quote | Heading | List

export type RichText = { version: 1; blocks: Block[] }

export const emptyText: RichText = { version: 1, blocks: [] }

export function isEmptyText(text: RichText): boolean {
  return text.blocks.length === 0
}
