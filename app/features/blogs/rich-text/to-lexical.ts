// The document as an editor state (lexical 0.52): what the editor opens with.
import type { Block, Inline, List, RichText, Words } from './document.ts'

type State = { root: object }

/** The state to hand to `editor.parseEditorState`. An empty document is one empty paragraph, so that there is a place to type. */
export function toLexical(text: RichText): State {
  const blocks = text.blocks.length > 0 ? text.blocks : [{ kind: 'paragraph', content: [] } satisfies Block]
  return { root: element('root', { children: blocks.map(block) }) }
}

function block(value: Block): object {
  if (value.kind === 'list') return list(value)
  const children = value.content.map(inline)
  return value.kind === 'heading'
    ? element('heading', { tag: `h${value.level}`, children })
    : element(value.kind, { children, ...(value.kind === 'paragraph' ? { textFormat: 0, textStyle: '' } : {}) })
}

function list(value: List): object {
  const children = value.items.flatMap((item, index) => [
    element('listitem', { value: index + 1, children: item.content.map(inline) }),
    ...item.lists.map((inner) => element('listitem', { value: index + 2, children: [list(inner)] })),
  ])
  const kind = value.ordered ? { listType: 'number', tag: 'ol' } : { listType: 'bullet', tag: 'ul' }
  return element('list', { ...kind, start: 1, children })
}

function inline(value: Inline): object {
  if (value.kind === 'break') return { type: 'linebreak', version: 1 }
  if (value.kind === 'text') return words(value)
  return element('link', { url: value.href, rel: null, target: null, title: null, children: value.content.map(words) })
}

function words(value: Words): object {
  return { type: 'text', version: 1, text: value.text, format: value.strong ? 1 : 0, detail: 0, mode: 'normal', style: '' }
}

function element(type: string, fields: object): object {
  return { type, version: 1, direction: null, format: '', indent: 0, ...fields }
}
