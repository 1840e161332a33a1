// A text to read, block by block.
import type { Block } from '../rules/shape.ts'
import { useContentLanguage } from './language.tsx'
import { mediaAddress } from './words.ts'

/** `level`: of the headings inside the text. */
export function PassageText({ blocks, level = 3 }: { blocks: readonly Block[]; level?: 3 | 4 | 5 }) {
  return (
    <div className="sl-prose" lang={useContentLanguage()}>
      {blocks.map((block) => (
        <BlockText key={JSON.stringify(block)} block={block} level={level} />
      ))}
    </div>
  )
}

function BlockText({ block, level }: { block: Block; level: 3 | 4 | 5 }) {
  if (typeof block === 'string') return <p>{block}</p>
  if ('quote' in block) return <blockquote className="sl-quote">{block.quote}</blockquote>
  if ('heading' in block) {
    const Heading = `h${level}` as const
    return <Heading>{block.heading}</Heading>
  }
  if ('picture' in block) {
    return (
      <figure>
        <img src={mediaAddress(block.picture)} alt={block.alt} loading="lazy" />
        {block.caption ? <figcaption>{block.caption}</figcaption> : null}
      </figure>
    )
  }
  if ('steps' in block) return <ol>{lines(block.steps)}</ol>
  return <ul>{lines(block.list)}</ul>
}

function lines(texts: readonly string[]) {
  return texts.map((text) => <li key={text}>{text}</li>)
}
