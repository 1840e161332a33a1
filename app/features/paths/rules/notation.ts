// A text to read as it is typed in a plain field: a blank line between paragraphs, and a sign at the start of a line for the few
// other things there are. Reading what was written gives the same blocks again.
import type { Block } from './shape.ts'

const picture = /^!\[([^\]]*)\]\(picture:([0-9a-f-]{36})\)[ \t]*(.*)$/i
const heading = /^#{1,6}[ \t]+(.+)$/
// No dash as it is set in print: that is how somebody begins to speak in a Nordic text.
const bullet = /^[-*•][ \t]+(.+)$/
const numbered = /^\d{1,3}[.)][ \t]+(.+)$/
const quoted = /^>[ \t]?(.*)$/

type Kind = 'heading' | 'list' | 'steps' | 'quote' | 'picture' | 'text'
type Line = { kind: Kind; text: string; block?: Block }

/** Blocks of a typed text. What is typed with more spaces or line breaks than it needs loses them. */
export function blocksOf(typed: string): Block[] {
  const groups = typed.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/)
  return groups.flatMap((group) => {
    const lines = group
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map(read)
    return gathered(lines)
  })
}

/** The text that gives these blocks, ready to be typed on. */
export function typedFrom(blocks: readonly Block[]): string {
  return blocks.map(written).filter(Boolean).join('\n\n')
}

/** Blocks as they come back from being typed: one space where there were several, nothing that is empty. */
export function tidied(blocks: readonly Block[]): Block[] {
  return blocksOf(typedFrom(blocks))
}

function read(line: string): Line {
  const shown = picture.exec(line)
  if (shown) {
    const [, alt = '', id = '', caption = ''] = shown
    const block = { picture: id.toLowerCase(), alt: alt.trim(), ...(caption.trim() ? { caption: caption.trim() } : {}) }
    return { kind: 'picture', text: '', block }
  }
  const said = (match: RegExpExecArray | null) => match?.[1]?.trim()
  const title = said(heading.exec(line))
  if (title) return { kind: 'heading', text: bare(title) }
  const point = said(bullet.exec(line))
  if (point) return { kind: 'list', text: bare(point) }
  const step = said(numbered.exec(line))
  if (step) return { kind: 'steps', text: bare(step) }
  const quote = said(quoted.exec(line))
  if (quote) return { kind: 'quote', text: bare(quote) }
  return { kind: 'text', text: bare(line) }
}

/** `\- no list`: the backslash says that the sign is meant as it stands. */
function bare(text: string): string {
  const said = squeezed(text)
  return said.startsWith('\\') && isSign(said.slice(1)) ? said.slice(1) : said
}

function isSign(line: string): boolean {
  return line.startsWith('\\') || [picture, heading, bullet, numbered, quoted].some((sign) => sign.test(line))
}

/** Spaces that hold a number and its unit together stay. */
function squeezed(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim()
}

/** Lines of one kind that follow each other are one block; a line without a sign goes on with the list it follows. */
function gathered(lines: readonly Line[]): Block[] {
  const blocks: { kind: Kind; texts: string[]; block?: Block }[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    const goesOn = last && last.kind === line.kind && line.kind !== 'heading' && line.kind !== 'picture'
    if (goesOn) last.texts.push(line.text)
    else if (line.kind === 'text' && last && (last.kind === 'list' || last.kind === 'steps')) {
      last.texts.push(`${last.texts.pop()} ${line.text}`)
    } else blocks.push({ kind: line.kind, texts: [line.text], ...(line.block ? { block: line.block } : {}) })
  }
  return blocks.map(({ kind, texts, block }): Block => {
    if (block) return block
    if (kind === 'heading') return { heading: texts.join(' ') }
    if (kind === 'list') return { list: texts }
    if (kind === 'steps') return { steps: texts }
    return kind === 'quote' ? { quote: texts.join(' ') } : texts.join(' ')
  })
}

function written(block: Block): string {
  if (typeof block === 'string') return plain(block)
  if ('heading' in block) return signed('# ', block.heading)
  if ('quote' in block) return signed('> ', block.quote)
  if ('picture' in block) {
    const alt = squeezed(block.alt).replaceAll('[', '(').replaceAll(']', ')')
    return `![${alt}](picture:${block.picture}) ${squeezed(block.caption ?? '')}`.trim()
  }
  if ('steps' in block) return lines(block.steps, (index) => `${index + 1}. `)
  return lines(block.list, () => '- ')
}

function lines(texts: readonly string[], sign: (index: number) => string): string {
  const kept = texts.filter((text) => squeezed(text))
  return kept.map((text, index) => signed(sign(index), text)).join('\n')
}

function signed(sign: string, text: string): string {
  const said = squeezed(text)
  if (!said) return ''
  return bare(said) === said ? `${sign}${said}` : `${sign}\\${said}`
}

function plain(text: string): string {
  const said = squeezed(text)
  return isSign(said) ? `\\${said}` : said
}
