// Where everything stands in the picture of a chain. Few: a line for each who taught, below the one who taught them, a column
// further in for each generation. Many: a column for each generation, a bar for each unit.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Spread, SpreadBox, SpreadRow } from '../queries/spread.server.ts'
import type { CascadeDrawing } from './CascadePicture.tsx'
import { groupWords, whoWords } from './spread-words.ts'

type Frame = { width: number; wide: boolean }
const wideFrame: Frame = { width: 1060, wide: true }
const narrowFrame: Frame = { width: 360, wide: false }
/** How wide a letter is on average, in names and in the rest. */
const letters = { name: 8.4, head: 8.4, note: 7.7 }

/** Both drawings; null when there is nobody to draw. */
export function drawSpread({ picture }: Spread): { wide: CascadeDrawing; narrow: CascadeDrawing } | null {
  if (picture.kind === 'boxes') return { wide: drawColumns(picture.boxes), narrow: drawBars(picture.boxes) }
  if (picture.rows.length === 0) return null
  return { wide: drawRows(picture.rows, wideFrame), narrow: drawRows(picture.rows, narrowFrame) }
}

type Line = { depth: number; parent: number | null; row: SpreadRow; group: SpreadRow['groups'][number] | null }

/** Who taught, then those of theirs who have not taught on, then those who have: as the table has them. */
function linesOf(rows: readonly SpreadRow[]): Line[] {
  const lines: Line[] = []
  const lineOf = new Map<number, number>()
  for (const row of rows) {
    const parent = row.parent === null ? null : (lineOf.get(row.parent) ?? null)
    lineOf.set(row.at, lines.length)
    const own = lines.push({ depth: row.generation, parent, row, group: null }) - 1
    for (const group of row.groups) lines.push({ depth: row.generation + 1, parent: own, row, group })
  }
  return lines
}

function drawRows(rows: readonly SpreadRow[], { width, wide }: Frame): CascadeDrawing {
  const lines = linesOf(rows)
  const deepest = Math.max(...lines.map(({ depth }) => depth))
  const step = Math.min(wide ? 200 : 40, (width - (wide ? 320 : 210)) / Math.max(1, deepest))
  const height = wide ? 36 : 46
  const x = (depth: number) => round(16 + depth * step)
  const y = (index: number) => 20 + index * height
  const drawing = empty(width, lines.length * height + 8)
  for (const [index, { depth, parent, row, group }] of lines.entries()) {
    const from = parent === null ? undefined : lines[parent]
    if (from && parent !== null) {
      drawing.links.push({ d: `M${x(from.depth)} ${y(parent)}V${y(index)}H${x(depth)}`, width: 2 })
    }
    const kind = group ? 'learnt' : row.generation === 0 ? 'began' : 'teaches'
    const r = group ? Math.min(11, round(3.5 + Math.sqrt(group.people))) : 9
    drawing.circles.push({ x: x(depth), y: y(index), r, kind })
    const space = width - x(depth) - 20
    const say = (text: string, below: number, kind: 'name' | 'note') =>
      drawing.words.push({ x: x(depth) + 18, y: y(index) + below, text: cut(text, space / letters[kind]), lang: null, kind })
    if (group) {
      say(groupWords(group), 5, 'note')
      continue
    }
    const name = wide ? whoWords(row) : (row.who ?? row.unit?.name ?? whoWords(row))
    const both = `${name} · ${countWords(row)}`
    const sameLine = wide && both.length <= space / letters.name
    say(sameLine ? both : name, 5, 'name')
    if (!sameLine) say(countWords(row), 23, 'note')
  }
  // What was drawn first lies below: the lines first, then who hangs on them.
  drawing.links.reverse()
  return drawing
}

function countWords({ directly, onward, visitors }: SpreadRow): string {
  return [
    m.teaching_tree_direct({ count: directly }),
    ...(onward > 0 ? [m.teaching_tree_onward({ count: onward })] : []),
    ...(visitors > 0 ? [m.teaching_tree_visitors({ count: visitors })] : []),
  ].join(', ')
}

/** Generations that have a column, and units that have a bar in each; the table holds all. */
const mostColumns = 5
const mostBars = 9

/** `at`: the places of its boxes. `rest`: several units as one, which is not measured against the others. */
type Bar = { ats: number[]; people: number; label: string; lang: string | null; rest: boolean }

/** By generation: the largest units, and what is left of them as one. */
function barsOf(boxes: readonly SpreadBox[]): Bar[][] {
  const last = Math.max(...boxes.map(({ generation }) => generation))
  const columns = Array.from({ length: Math.min(last + 1, mostColumns) }, () => new Map<SpreadBox['unit'], Bar>())
  for (const [at, { generation, unit, people }] of boxes.entries()) {
    const column = columns[Math.min(generation, mostColumns - 1)]
    const label = unit?.name ?? m.teaching_tree_no_unit()
    const bar = column?.get(unit) ?? { ats: [], people: 0, label, lang: unit?.language ?? null, rest: false }
    column?.set(unit, { ...bar, ats: [...bar.ats, at], people: bar.people + people })
  }
  return columns.map((column) => {
    const bars = [...column.values()].toSorted((a, b) => b.people - a.people)
    const rest = bars.slice(mostBars)
    if (rest.length === 0) return bars
    const people = rest.reduce((sum, bar) => sum + bar.people, 0)
    const label = m.teaching_tree_other_units({ count: rest.length })
    return [...bars.slice(0, mostBars), { ats: rest.flatMap(({ ats }) => ats), people, label, lang: null, rest: true }]
  })
}

/** From people to length, so that the largest single unit fills `full`. */
function scaleOf(columns: readonly Bar[][], full: number): (bar: Bar) => number {
  const most = Math.max(1, ...columns.flat().flatMap(({ people, rest }) => (rest ? [] : people)))
  return ({ people }) => round(Math.min(full, Math.max(4, (people / most) * full)))
}

function kindOf(generation: number, { rest }: Bar): CascadeDrawing['bars'][number]['kind'] {
  if (rest) return 'learnt'
  return generation === 0 ? 'began' : 'teaches'
}

function barWords({ people, label }: Bar): string {
  return `${formatNumber(people)} · ${label}`
}

function headOf(generation: number, column: readonly Bar[], last: boolean): string {
  const people = formatNumber(column.reduce((sum, bar) => sum + bar.people, 0))
  if (generation === 0) return m.teaching_tree_head_began({ people })
  return last && generation === mostColumns - 1
    ? m.teaching_tree_head_later({ generation, people })
    : m.teaching_tree_head({ generation, people })
}

function drawColumns(boxes: readonly SpreadBox[]): CascadeDrawing {
  const columns = barsOf(boxes)
  const { width } = wideFrame
  const step = (width - 8) / columns.length
  const rows = Math.max(...columns.map((column) => column.length))
  const drawing = empty(width, 40 + rows * 48)
  const lengthOf = scaleOf(columns, step - 60)
  const ends = new Map<number, { x: number; right: number; y: number }>()
  for (const [generation, column] of columns.entries()) {
    const x = round(8 + generation * step)
    const head = headOf(generation, column, generation === columns.length - 1)
    drawing.words.push({ x, y: 18, text: cut(head, (step - 8) / letters.head), lang: null, kind: 'head' })
    for (const [index, bar] of column.entries()) {
      const y = 38 + index * 48
      const length = lengthOf(bar)
      drawing.bars.push({ x, y, width: length, height: 14, kind: kindOf(generation, bar) })
      drawing.words.push({ x, y: y + 30, text: cut(barWords(bar), (step - 20) / letters.note), lang: bar.lang, kind: 'note' })
      for (const at of bar.ats) ends.set(at, { x, right: x + length, y: y + 7 })
    }
  }
  drawing.links.push(...linksBetween(boxes, ends))
  return drawing
}

/** Between two bars one line, as wide as the people it stands for, in six steps. */
function linksBetween(boxes: readonly SpreadBox[], ends: ReadonlyMap<number, { x: number; right: number; y: number }>) {
  const flows = new Map<string, number>()
  for (const [at, { from }] of boxes.entries()) {
    const to = ends.get(at)
    for (const source of from) {
      const start = ends.get(source.at)
      if (!start || !to || start.x >= to.x) continue
      const middle = round((start.right + to.x) / 2)
      const d = `M${start.right} ${start.y}C${middle} ${start.y} ${middle} ${to.y} ${to.x} ${to.y}`
      flows.set(d, (flows.get(d) ?? 0) + source.people)
    }
  }
  const most = Math.max(1, ...flows.values())
  return [...flows].map(([d, people]) => ({ d, width: 1 + Math.round((people / most) * 5) }))
}

/** On a phone: the generations one below the other, without the lines between them. */
function drawBars(boxes: readonly SpreadBox[]): CascadeDrawing {
  const columns = barsOf(boxes)
  const { width } = narrowFrame
  const drawing = empty(width, 0)
  const lengthOf = scaleOf(columns, width - 4)
  let y = 18
  for (const [generation, column] of columns.entries()) {
    const head = headOf(generation, column, generation === columns.length - 1)
    drawing.words.push({ x: 0, y, text: cut(head, width / letters.head), lang: null, kind: 'head' })
    for (const bar of column) {
      drawing.words.push({ x: 0, y: y + 24, text: cut(barWords(bar), width / letters.note), lang: bar.lang, kind: 'note' })
      drawing.bars.push({ x: 1, y: y + 30, width: lengthOf(bar), height: 10, kind: kindOf(generation, bar) })
      y += 42
    }
    y += 40
  }
  return { ...drawing, height: y - 20 }
}

function empty(width: number, height: number): CascadeDrawing {
  return { width, height, links: [], circles: [], bars: [], words: [] }
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(1, Math.floor(room) - 1)).trimEnd()}…`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
