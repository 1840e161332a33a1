import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import fc from 'fast-check'
import { createEditor } from 'lexical'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { countNodes, type RichText } from '#app/features/blogs/rich-text/document.ts'
import { safeHref } from '#app/features/blogs/rich-text/links.ts'
import { fromPlainText } from '#app/features/blogs/rich-text/plain.ts'
import { RichTextView } from '#app/features/blogs/rich-text/RichTextView.tsx'
import { fromLexical, limits } from '#app/features/blogs/rich-text/rules.ts'
import { toLexical } from '#app/features/blogs/rich-text/to-lexical.ts'
import { excerptOf, toEditableText, toPlainText } from '#app/features/blogs/rich-text/to-text.ts'
import { DomainError } from '#app/kernel/errors.ts'

const text = (words: string, more: object = {}) => ({ type: 'text', version: 1, text: words, format: 0, ...more })
const block = (type: string, children: unknown[], more: object = {}) => ({ type, version: 1, children, ...more })
const state = (...children: unknown[]) => JSON.stringify({ root: block('root', children) })
const read = (...children: unknown[]) => fromLexical(state(...children))
const shown = (document: RichText) => renderToStaticMarkup(<RichTextView text={document} />)

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'nothing'
}

describe('what the editor sends', () => {
  it('keeps headings, lists, quotes, links and emphasis', () => {
    const document = read(
      block('heading', [text('Frågan')], { tag: 'h1' }),
      block('heading', [text('Djupast')], { tag: 'h6' }),
      block('paragraph', [text('Hon ville '), text('hämta tidningen', { format: 2 }), { type: 'linebreak' }, text('själv.')]),
      block(
        'list',
        [
          block('listitem', [text('ett')]),
          block('listitem', [block('list', [block('listitem', [text('inne')])], { listType: 'number' })]),
        ],
        {
          listType: 'bullet',
        },
      ),
      block('quote', [text('Trettioåtta meter.')]),
      block('paragraph', [block('link', [text('planen')], { url: 'https://example.org/plan' })]),
    )
    expect(shown(document)).toBe(
      '<h2>Frågan</h2><h4>Djupast</h4><p>Hon ville <strong>hämta tidningen</strong><br/>själv.</p>' +
        '<ul><li>ett<ol><li>inne</li></ol></li></ul><blockquote><p>Trettioåtta meter.</p></blockquote>' +
        '<p><a href="https://example.org/plan" rel="noopener nofollow ugc">planen</a></p>',
    )
  })

  it('drops styles, indents, directions and keys it does not know', () => {
    const document = read(
      block(
        'paragraph',
        [text('Hej', { style: 'position:fixed;background:url(https://evil.example)', mode: 'segmented', detail: 9 })],
        {
          indent: 1_000_000_000,
          format: 'right',
          onclick: 'alert(1)',
        },
      ),
    )
    expect(document).toEqual({ version: 1, blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Hej' }] }] })
  })

  it.each([
    'script',
    'style',
    'html',
    'embed',
    'image',
    'code',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'root',
    '',
    7,
    null,
  ])('refuses a node of type %s', (type) => {
    expect(refusal(() => read({ type, children: [] }))).toBe('invalid')
    expect(refusal(() => read(block('paragraph', [{ type, children: [], text: 'x' }])))).toBe('invalid')
  })

  it('gives a heading whose tag is an element of its own choosing only our own levels', () => {
    for (const tag of ['script', 'style', 'plaintext', 'iframe', 'h1 onload=x', 1, null, ['h2']]) {
      expect(shown(read(block('heading', [text('a{color:red}')], { tag })))).toBe('<h4>a{color:red}</h4>')
    }
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/login',
    'https:evil.example',
    'https://bank.example@evil.example',
    'http://',
    'blob:https://a.example/x',
    'mailto:',
  ])('keeps the words of a link to %s and not the link', (url) => {
    expect(shown(read(block('paragraph', [block('link', [text('läs')], { url })])))).toBe('<p>läs</p>')
  })

  it('is not fooled by keys that reach for the prototype', () => {
    const hostile =
      '{"root":{"type":"root","children":[{"type":"paragraph","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"children":[{"type":"text","text":"Hej","__proto__":{"strong":true}}]}]}}'
    expect(shown(fromLexical(hostile))).toBe('<p>Hej</p>')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(refusal(() => fromLexical('{"root":{"__proto__":{"type":"root","children":[]}}}'))).toBe('invalid')
  })

  it('takes a text at the limits and refuses one beyond them', () => {
    const paragraphs = (count: number) => Array.from({ length: count }, () => block('paragraph', []))
    expect(refusal(() => read(...paragraphs(limits.nodes - 1)))).toBe('nothing')
    expect(refusal(() => read(...paragraphs(limits.nodes)))).toBe('invalid')
    const letters = (bytes: number) =>
      state(block('paragraph', [text('x'.repeat(bytes - state(block('paragraph', [text('')])).length))]))
    expect(refusal(() => fromLexical(letters(limits.bytes)))).toBe('nothing')
    expect(refusal(() => fromLexical(letters(limits.bytes + 1)))).toBe('invalid')
    expect(refusal(() => fromLexical(`${letters(limits.bytes - 1).replace('x', 'å')} `))).toBe('invalid')
  })

  it('refuses nesting deeper than a person writes without exhausting the stack', () => {
    const nested = (levels: number) =>
      `{"root":{"type":"root","children":[${'{"type":"list","children":[{"type":"listitem","children":['.repeat(levels)}${']}]}'.repeat(levels)}]}}`
    expect(refusal(() => fromLexical(nested(19)))).toBe('nothing')
    expect(refusal(() => fromLexical(nested(20)))).toBe('invalid')
    expect(refusal(() => fromLexical(nested(4_000)))).toBe('invalid')
    expect(refusal(() => fromLexical('['.repeat(limits.bytes)))).toBe('invalid')
  })

  it('refuses NUL and half characters, in words and in addresses', () => {
    for (const broken of ['a\u0000b', '\ud800', 'x\udc00y']) {
      expect(refusal(() => read(block('paragraph', [text(broken)])))).toBe('invalid')
      expect(
        refusal(() => read(block('paragraph', [block('link', [text('x')], { url: `https://a.example/${broken}` })]))),
      ).toBe('invalid')
      expect(refusal(() => fromPlainText(broken))).toBe('invalid')
    }
    expect(refusal(() => fromPlainText('Áilu 👩🏽‍⚕️ čđŋšŧž'))).toBe('nothing')
  })

  it('answers every JSON with a document or an invalid, and renders nothing that acts', () => {
    const type = fc.constantFrom(
      'root',
      'paragraph',
      'heading',
      'list',
      'listitem',
      'quote',
      'link',
      'autolink',
      'text',
      'linebreak',
      'tab',
      'script',
      'style',
    )
    const url = fc.oneof(
      fc.webUrl(),
      fc.constantFrom('javascript:alert(1)', 'java\nscript:x', 'data:text/html,x', 'https://ok.example/"><script>'),
      fc.string(),
    )
    const { node } = fc.letrec<{ node: object }>((tie) => ({
      node: fc.record(
        {
          type: fc.oneof({ weight: 9, arbitrary: type }, { weight: 1, arbitrary: fc.jsonValue() }),
          tag: fc.constantFrom('h1', 'h2', 'h3', 'script', 'style', 'plaintext', 3),
          text: fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'),
          ),
          url,
          format: fc.oneof(fc.integer(), fc.string()),
          listType: fc.constantFrom('bullet', 'number', 'check', {}),
          style: fc.string(),
          indent: fc.double(),
          children: fc.oneof(
            { weight: 9, arbitrary: fc.array(tie('node'), { maxLength: 4 }) },
            { weight: 1, arbitrary: fc.jsonValue() },
          ),
        },
        { requiredKeys: ['type'] },
      ),
    }))
    const json = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(node, { maxLength: 5 }).map((children) => JSON.stringify({ root: { type: 'root', children } })),
      },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string() },
    )
    let documents = 0
    fc.assert(
      fc.property(json, (input) => {
        const answer = refusal(() => fromLexical(input))
        expect(['nothing', 'invalid']).toContain(answer)
        if (answer === 'invalid') return
        documents += 1
        const html = shown(fromLexical(input))
        const elements = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)]
        for (const [, name, attributes] of elements) {
          expect(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'a', 'br', 'strong']).toContain(name)
          if (attributes === '' || attributes === '/') continue
          expect(attributes).toMatch(/^ href="(?:https?:\/\/|mailto:)[^"<]*" rel="noopener nofollow ugc"$/)
        }
        expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 1500 },
    )
    expect(documents).toBeGreaterThan(20)
  })
})

const words = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'å', ' ', '*', '[', ']', '(', ')', '\\', '-', '>', '#', '1', '.', '_', '\u00a0'),
    maxLength: 12,
  }),
  fc.constantFrom(
    'se https://a.example/x. Och',
    'https://b.example/ü?q=1',
    '- inte en lista',
    '1. inte',
    '## inte',
    '**',
    'Áilu čđŋ',
  ),
)
const inline = fc.oneof(
  fc.record({ type: fc.constant('text'), text: words, format: fc.constantFrom(0, 1, 2, 8) }),
  fc.constant({ type: 'linebreak' }),
  fc.record({
    type: fc.constant('link'),
    url: fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom('mailto:a b(c)@d.example', 'https://a.example/x', 'javascript:x'),
    ),
    children: fc.array(fc.record({ type: fc.constant('text'), text: words, format: fc.constantFrom(0, 1) }), { maxLength: 3 }),
  }),
)
const { anyBlock } = fc.letrec<{ anyBlock: object; list: object }>((tie) => ({
  anyBlock: fc.oneof(
    fc.record({ type: fc.constantFrom('paragraph', 'quote'), children: fc.array(inline, { maxLength: 5 }) }),
    fc.record({
      type: fc.constant('heading'),
      tag: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
      children: fc.array(inline, { maxLength: 3 }),
    }),
    tie('list'),
  ),
  list: fc.record({
    type: fc.constant('list'),
    listType: fc.constantFrom('bullet', 'number'),
    children: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ type: fc.constant('listitem'), children: fc.array(inline, { maxLength: 4 }) }),
        fc.record({ type: fc.constant('listitem'), children: fc.array(tie('list'), { maxLength: 2 }) }),
      ),
      { maxLength: 4 },
    ),
  }),
}))
const anyDocument = fc.array(anyBlock, { maxLength: 5 }).map((blocks) => read(...blocks))

describe('the same document whichever way it goes', () => {
  it('comes back from the plain field unchanged', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(fromPlainText(toEditableText(document))).toEqual(document)
      }),
      { numRuns: 2000 },
    )
  })

  it('comes back from the editor state unchanged', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(fromLexical(JSON.stringify(toLexical(document)))).toEqual(document)
      }),
      { numRuns: 500 },
    )
  })

  it('comes back from Lexical itself unchanged', () => {
    const failures: Error[] = []
    const editor = createEditor({
      nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
      onError: (error) => void failures.push(error),
    })
    fc.assert(
      fc.property(anyDocument, (document) => {
        const opened = editor.parseEditorState(JSON.stringify(toLexical(document)))
        expect(fromLexical(JSON.stringify(opened.toJSON()))).toEqual(document)
      }),
      { numRuns: 300 },
    )
    expect(failures).toEqual([])
  })

  it('reads any typed text, and what it reads is stable', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.constantFrom('', '  - inne', '- a', '2) b', '> c', '  fortsättning', '#### d')), {
          maxLength: 12,
        }),
        (lines) => {
          const document = fromPlainText(lines.join('\n'))
          expect(fromPlainText(toEditableText(document))).toEqual(document)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('typed text', () => {
  it('means what the help says', () => {
    const typed = [
      '## Det vi såg',
      'En rad',
      'en till',
      '',
      '- ett',
      '  - inne',
      '- två',
      '',
      '1. först',
      '2. sedan',
      '',
      '> Ett citat',
      '',
      'Läs https://example.org/a, sedan **allt**.',
    ].join('\r\n')
    expect(shown(fromPlainText(typed))).toBe(
      '<h2>Det vi såg</h2><p>En rad<br/>en till</p><ul><li>ett<ul><li>inne</li></ul></li><li>två</li></ul><ol><li>först</li><li>sedan</li></ol>' +
        '<blockquote><p>Ett citat</p></blockquote><p>Läs <a href="https://example.org/a" rel="noopener nofollow ugc">https://example.org/a</a>, sedan <strong>allt</strong>.</p>',
    )
  })

  it('keeps signs that mean nothing where they stand', () => {
    const typed = 'C:\\temp, 2 * 3, [sic], #hashtag, -5 grader, a_b ** c'
    expect(toPlainText(fromPlainText(typed))).toBe(typed)
  })

  it('leaves no markup in the plain words', () => {
    expect(toPlainText(fromPlainText('## Rubrik\n\n- **a** [b](https://x.example)\n  - c'))).toBe('Rubrik\n\n- a b\n  - c')
  })

  it('is refused when it is longer than a post may be', () => {
    expect(refusal(() => fromPlainText('x'.repeat(limits.bytes + 1)))).toBe('invalid')
    expect(refusal(() => fromPlainText('\n'.repeat(limits.nodes)))).toBe('invalid')
    expect(refusal(() => fromPlainText('**a**b'.repeat(limits.nodes)))).toBe('invalid')
  })

  it.each(['[', '**', '\\', 'https://', `https://${'.'.repeat(300)}x `, '- ', '  ', '](', '[a](', '# '])(
    'reads 256 KB of %s in a time that does not grow with its square',
    (piece) => {
      const start = performance.now()
      refusal(() => fromPlainText(piece.repeat(Math.floor(limits.bytes / piece.length))))
      refusal(() => fromPlainText(`x${piece.repeat(Math.floor(limits.bytes / piece.length) - 1)}x`))
      expect(performance.now() - start).toBeLessThan(10_000)
    },
  )
})

describe('addresses and excerpts', () => {
  it('are the same when they are made safe twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          fc.string().map((rest) => `https://a.example/${rest}`),
          fc.string().map((rest) => `mailto:${rest}`),
        ),
        (raw) => {
          const href = safeHref(raw)
          if (href !== null) expect(safeHref(href)).toBe(href)
        },
      ),
    )
  })

  it('are cut between words and never inside a character', () => {
    expect(excerptOf('Hon ville hämta tidningen', 14)).toBe('Hon ville …')
    expect(excerptOf('kort')).toBe('kort')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 5, max: 30 }), (plain, length) => {
        const excerpt = excerptOf(plain, length)
        expect(excerpt.length).toBeLessThanOrEqual(length + 2)
        expect(excerpt).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})

it('counts what a document costs', () => {
  expect(countNodes(fromPlainText('a\n\n- b\n  - c'))).toBe(8)
})
