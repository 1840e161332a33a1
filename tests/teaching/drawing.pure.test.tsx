import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SpreadBox, SpreadRow } from '#app/features/teaching/queries/spread.server.ts'
import { boxesOf, branchesOf, cascadeOf, type Taught, totalsOf } from '#app/features/teaching/rules/cascade.ts'
import { CascadePicture } from '#app/features/teaching/ui/CascadePicture.tsx'
import { drawSpread } from '#app/features/teaching/ui/cascade-drawing.server.ts'
import { htmlOf } from '#tests/ui/render.tsx'

const name = (unit: string | null) => (unit === null ? null : { name: `Rehabavdelningen ${unit}`, language: 'sv' })
const cascadeIn = (sessions: readonly Taught[]) => cascadeOf(sessions)

function drawingOf(sessions: readonly Taught[], kind: 'rows' | 'boxes') {
  const cascade = cascadeIn(sessions)
  const branches = branchesOf(cascade)
  const at = new Map(branches.map(({ person }, index) => [person, index]))
  const rows = branches.map(({ person, unit, taughtBy, groups, ...numbers }, index): SpreadRow => {
    const shown = groups.map((group) => ({ unit: name(group.unit), people: group.people.length, names: [] }))
    const place = { at: index, parent: taughtBy === null ? null : (at.get(taughtBy) ?? null), by: null }
    return { ...numbers, ...place, who: person, unit: name(unit), groups: shown }
  })
  const boxes = boxesOf(cascade)
  const spotOf = (spot: { generation: number; unit: string | null }) =>
    boxes.findIndex((box) => box.generation === spot.generation && box.unit === spot.unit)
  const named = boxes.map(({ unit, from, ...box }): SpreadBox => {
    return { ...box, unit: name(unit), from: from.map((spot) => ({ at: spotOf(spot), people: spot.people })) }
  })
  const picture = kind === 'rows' ? { kind, rows } : { kind, boxes: named }
  return drawSpread({ totals: totalsOf(cascade), rows, page: 1, pages: 1, picture })
}

/** Chains of any depth: everybody learnt in an earlier lesson, or in none. */
const anyChain: fc.Arbitrary<Taught[]> = fc.integer({ min: 1, max: 20 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record({
        id: fc.constant(`s${String(index).padStart(2, '0')}`),
        teacher: fc.constantFrom(`p${index}`, 'p0', 'p1'),
        unit: fc.constantFrom('A', 'B', null),
        learntFrom: index === 0 ? fc.constant(null) : fc.constantFrom(null, `s${String(index - 1).padStart(2, '0')}`),
        day: fc.constant('2026-01-01'),
        learners: fc.array(fc.record({ person: fc.nat(40).map((n) => `p${n}`), unit: fc.constantFrom('A', 'B', 'C', null) }), {
          maxLength: 6,
        }),
        visitors: fc.nat(3),
        stated: fc.nat(9),
      }),
    ),
  ),
)

test.each(['rows', 'boxes'] as const)('any chain is drawn inside its frame, as %s', (kind) => {
  fc.assert(
    fc.property(anyChain, (sessions) => {
      const drawing = drawingOf(sessions, kind)
      for (const { width, height, circles, bars, words } of [drawing?.wide, drawing?.narrow].flatMap((one) => one ?? [])) {
        for (const { x, y } of [...circles, ...bars, ...words]) {
          expect(x >= 0 && x < width && y > 0 && y < height + 1).toBe(true)
        }
        for (const bar of bars) expect(bar.x + bar.width).toBeLessThanOrEqual(width)
        for (const { text, x } of words) expect(x + text.length * 6).toBeLessThanOrEqual(width + 12)
        expect(JSON.stringify(words)).not.toMatch(/NaN|undefined|null \d/)
      }
    }),
  )
})

test('a line runs from each who taught to each whom they taught, and is told apart by more than its colour', async () => {
  const lesson = (id: string, teacher: string, learners: string[], learntFrom: string | null): Taught => ({
    ...{ id, teacher, unit: 'A', learntFrom, day: '2026-01-01', visitors: 2, stated: 9 },
    learners: learners.map((person) => ({ person, unit: 'B' })),
  })
  const chain = [lesson('1', 'Samira', ['Yusuf', 'Karin'], null), lesson('2', 'Yusuf', ['Ali'], '1')]
  const drawing = drawingOf(chain, 'rows')
  if (!drawing) throw new Error('nothing was drawn')
  expect(drawing.wide.links).toHaveLength(3)
  expect(drawing.wide.circles.map(({ kind }) => kind)).toEqual(['began', 'learnt', 'teaches', 'learnt'])
  expect(drawing.wide.words.map(({ text }) => text)).toEqual([
    'Samira, Rehabavdelningen A · 2 directly, 1 further on, 2 without an account',
    '1 at Rehabavdelningen B',
    'Yusuf, Rehabavdelningen B · 1 directly, 2 without an account',
    '1 at Rehabavdelningen B',
  ])
  const html = await htmlOf(<CascadePicture {...drawing} name="Two people have learnt directly." />)
  expect(html.match(/role="img" aria-label="Two people have learnt directly\."/g)).toHaveLength(2)
  expect(html).not.toContain('style=')
})
