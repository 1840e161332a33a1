import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RunChart } from '#app/ui/run-chart.tsx'
import { type ChartInput, drawRunChart, spread } from '#app/ui/run-chart-drawing.server.ts'
import { DataTable } from '#app/ui/table.tsx'
import { htmlOf } from './render.tsx'

const input: ChartInput = {
  points: [
    { label: 'S25', value: 80 },
    { label: 'A25', value: 12.34, hidden: true },
    { label: 'S26', value: null },
    { label: 'A26', value: 88.3 },
  ],
  target: { value: 85, words: 'Target: over 85' },
  tick: String,
  words: (value) => `${value} %`,
}

const dot = /class="sl-c-dot/g

test('a chart is one picture with a name, drawn once for wide and once for narrow screens', async () => {
  const html = await htmlOf(<RunChart drawing={drawRunChart(input)} name="Satisfied, spring 2025 to autumn 2026." />)
  expect(html.match(/role="img" aria-label="Satisfied, spring 2025 to autumn 2026\."/g)).toHaveLength(2)
  expect(html).toContain('viewBox="0 0 1060 380"')
  expect(html).toContain('viewBox="0 0 360 330"')
  expect(html).not.toMatch(/\sstyle=/)
})

test('a hidden point leaves a hatched tick and no dot; a missing one leaves nothing', async () => {
  const { wide, narrow } = drawRunChart(input)
  for (const drawing of [wide, narrow]) {
    expect(drawing.hidden).toHaveLength(1)
    expect(drawing.dots.length + (drawing.last ? 1 : 0)).toBe(2)
  }
  const html = await htmlOf(<RunChart drawing={{ wide, narrow }} name="n" />)
  expect(html.match(dot)).toHaveLength(4)
  expect(html.match(/class="sl-c-hidden"/g)).toHaveLength(2)
  expect(html).not.toContain('12.34')
})

test('what is hidden cannot be read from the drawing, whatever it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (one, other) => {
      const withHidden = (value: number) =>
        drawRunChart({ ...input, points: input.points.map((point) => (point.hidden ? { ...point, value } : point)) })
      expect(withHidden(one)).toEqual(withHidden(other))
    }),
  )
})

test('everything visible stands inside the drawing, for any series', () => {
  const point = fc.record({
    label: fc.constant('S25'),
    value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    hidden: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      for (const drawing of Object.values(drawRunChart({ ...input, points }))) {
        for (const mark of [...drawing.dots, ...(drawing.last ? [drawing.last] : [])]) {
          expect(mark.x).toBeGreaterThanOrEqual(drawing.left)
          expect(mark.x).toBeLessThanOrEqual(drawing.right)
          expect(mark.y).toBeGreaterThanOrEqual(drawing.top - 0.1)
          expect(mark.y).toBeLessThanOrEqual(drawing.bottom + 0.1)
        }
      }
    }),
  )
})

test('a line is broken where a point is hidden', () => {
  const line = drawRunChart({
    ...input,
    points: [80, 81, 82, 83, 84].map((value, index) => ({ label: 'x', value, hidden: index === 2 })),
  }).wide.line
  expect(line.match(/M/g)).toHaveLength(2)
})

test('labels that would collide are pushed apart and keep their order', () => {
  const [a, b, c] = spread([100, 104, undefined], 19)
  expect(Number(b) - Number(a)).toBeCloseTo(19)
  expect(c).toBeUndefined()
})

test('a table keeps its roles and names every cell for the phone blocks', async () => {
  const rows = [{ term: 'Autumn 2025', share: '–' }]
  const html = await htmlOf(
    <DataTable
      caption="Satisfied"
      rows={rows}
      rowKey={(row) => row.term}
      stack
      columns={[
        { key: 'term', label: 'Term', cell: (row) => row.term },
        { key: 'share', label: 'Share of answers', short: 'Share', numeric: true, cell: (row) => row.share },
      ]}
    />,
  )
  expect(html).toContain('<caption>Satisfied</caption>')
  expect(html).toMatch(/<th scope="row" role="rowheader">Autumn 2025<\/th>/)
  expect(html).toMatch(/<td class="sl-num" data-label="Share" role="cell">–<\/td>/)
  expect(html).toMatch(/<th scope="col"[^>]*role="columnheader">Term/)
})
