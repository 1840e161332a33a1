// A text to read, typed in a plain field: what was typed is understood, and what is written can always be typed on.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, tidied, typedFrom } from '#app/features/paths/rules/notation.ts'
import { type Block, block } from '#app/features/paths/rules/shape.ts'
import { shippedPath } from './shipped.ts'

const id = '3f2b8c1e-5d7a-4c2b-9e1f-0a1b2c3d4e5f'

describe('what somebody types', () => {
  test.each<[string, Block[]]>([
    ['Första.\n\nAndra.', ['Första.', 'Andra.']],
    ['En mening\növer två rader.', ['En mening över två rader.']],
    ['# Rubrik\nBrödtext.', [{ heading: 'Rubrik' }, 'Brödtext.']],
    ['- en\n- två\n* tre', [{ list: ['en', 'två', 'tre'] }]],
    ['1. först\n2) sedan', [{ steps: ['först', 'sedan'] }]],
    ['- en lång\n  punkt\n- två', [{ list: ['en lång punkt', 'två'] }]],
    ['- en\n\n- två', [{ list: ['en'] }, { list: ['två'] }]],
    ['Så här:\n- en', ['Så här:', { list: ['en'] }]],
    ['> Det var\n> hon som sa det.', [{ quote: 'Det var hon som sa det.' }]],
    [`![Två vid ett bord](picture:${id}) Foto: Åse`, [{ picture: id, alt: 'Två vid ett bord', caption: 'Foto: Åse' }]],
    ['– Hej, sa hon.', ['– Hej, sa hon.']],
    ['\\- ingen punkt', ['- ingen punkt']],
    ['2026 var året.', ['2026 var året.']],
    [' \n\n\n \n', []],
    ['Från Word\r\n\r\nNästa', ['Från Word', 'Nästa']],
    ['10\u00a0%', ['10\u00a0%']],
  ])('%j', (typed, blocks) => {
    expect(blocksOf(typed)).toEqual(blocks)
  })
})

const text = fc
  .array(fc.oneof(fc.constantFrom('#', '-', '*', '>', '1.', '12)', '\\', '![a](picture:x)', ' ', 'ord', '–'), fc.string()), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '))
  .filter((one) => one.trim() !== '')
const texts = fc.array(text, { minLength: 1, maxLength: 4 })
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  text,
  text.map((heading) => ({ heading })),
  texts.map((list) => ({ list })),
  texts.map((steps) => ({ steps })),
  text.map((quote) => ({ quote })),
  fc.record({ picture: fc.constant(id), alt: text, caption: text }),
)

test('what was read once is read the same for ever', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
      const once = tidied(blocks)
      expect(blocksOf(typedFrom(once))).toEqual(once)
      // Nothing is taken for something else: as many blocks, of the same kinds.
      expect(once.map(kindOf)).toEqual(blocks.map(kindOf))
    }),
    { numRuns: 500 },
  )
})

test('whatever is typed becomes blocks that the shape takes, or would take were they shorter', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
      for (const one of blocksOf(lines.join('\n'))) {
        if (typeof one === 'object' && 'picture' in one) continue
        expect(block.safeParse(one).success).toBe(true)
      }
    }),
  )
})

test('every text of the path that ships can be opened and saved without a word of it changing', () => {
  for (const module of shippedPath.modules) {
    const steps = [...module.tracks.resource_person, ...module.tracks.leader]
    for (const passage of [module.lead, ...steps.flatMap((one) => ('task' in one ? [one.text, one.task] : [one.text]))])
      for (const blocks of [passage.sv, passage.nb, passage.en]) expect(tidied(blocks)).toEqual(blocks)
  }
})

function kindOf(one: Block): string {
  return typeof one === 'string' ? 'text' : (Object.keys(one)[0] ?? '')
}
