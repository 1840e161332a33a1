// The document as text: to type in again, and to read.
import type { Block, Inline, List, RichText } from './document.ts'
import { lineOf } from './plain-line.ts'

/** The text for a plain field: `fromPlainText` of it gives the same document back. */
export function toEditableText(text: RichText): string {
  return text.blocks.map(editableBlock).join('\n\n')
}

/** The words alone, blocks apart by an empty line: for mails and search. */
export function toPlainText(text: RichText): string {
  return text.blocks.map(plainBlock).join('\n\n')
}

/** The first words on one line, at most `length` characters, cut between words. */
export function excerptOf(plain: string, length = 180): string {
  const line = plain.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\ud800-\udbff]$/, '')} …`
}

function editableBlock(block: Block): string {
  if (block.kind === 'list') return listLines(block, '', editableLines).join('\n')
  const lines = editableLines(block.content)
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${lines.join(' ')}`
  return lines.map((line) => (block.kind === 'quote' ? `> ${line}` : line)).join('\n')
}

function plainBlock(block: Block): string {
  if (block.kind === 'list') return listLines(block, '', plainLines).join('\n')
  return plainLines(block.content).join('\n')
}

function listLines(list: List, indent: string, linesOf: (content: readonly Inline[]) => string[]): string[] {
  return list.items.flatMap((item, index) => [
    ...linesOf(item.content).map((line, row) =>
      row === 0 ? `${indent}${list.ordered ? `${index + 1}.` : '-'} ${line}` : `${indent}  ${line}`,
    ),
    ...item.lists.flatMap((inner) => listLines(inner, `${indent}  `, linesOf)),
  ])
}

function editableLines(content: readonly Inline[]): string[] {
  return splitAtBreaks(content).map(lineOf)
}

function plainLines(content: readonly Inline[]): string[] {
  return splitAtBreaks(content).map((line) =>
    line
      .map((inline) =>
        inline.kind === 'link' ? inline.content.map((words) => words.text).join('') : inline.kind === 'text' ? inline.text : '',
      )
      .join(''),
  )
}

function splitAtBreaks(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const inline of content) {
    if (inline.kind === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines
}
