import { Fragment } from 'react'
import type { Block, Inline, List, RichText, Words } from './document.ts'
import { safeHref } from './links.ts'

/**
 * A person's text as elements of our own choosing; no markup is ever taken from it. Pieces are keyed by their place: a stored
 * text does not move.
 * `under`: the level of the heading it stands under; the text's own headings follow on from it.
 */
export function RichTextView({ text, under = 1 }: { text: RichText; under?: 1 | 2 | 3 }) {
  return <>{text.blocks.map((block, index) => blockView(block, index, under))}</>
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function blockView(block: Block, key: number, under: number) {
  switch (block.kind) {
    case 'paragraph':
      return <p key={key}>{block.content.map(inlineView)}</p>
    case 'quote':
      return (
        <blockquote key={key}>
          <p>{block.content.map(inlineView)}</p>
        </blockquote>
      )
    case 'heading': {
      const Heading = headings[Math.min(block.level - 3 + under, headings.length - 1)] ?? 'h6'
      return <Heading key={key}>{block.content.map(inlineView)}</Heading>
    }
    case 'list':
      return listView(block, key)
  }
}

function listView(list: List, key: number) {
  const items = list.items.map(itemView)
  return list.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
}

function itemView(item: List['items'][number], key: number) {
  return (
    <li key={key}>
      {item.content.map(inlineView)}
      {item.lists.map(listView)}
    </li>
  )
}

function inlineView(inline: Inline, key: number) {
  if (inline.kind === 'break') return <br key={key} />
  if (inline.kind === 'text') return wordsView(inline, key)
  const href = safeHref(inline.href)
  const content = inline.content.map(wordsView)
  if (href === null) return <Fragment key={key}>{content}</Fragment>
  return (
    <a key={key} href={href} rel="noopener nofollow ugc">
      {content}
    </a>
  )
}

function wordsView(words: Words, key: number) {
  return words.strong ? <strong key={key}>{words.text}</strong> : <Fragment key={key}>{words.text}</Fragment>
}
