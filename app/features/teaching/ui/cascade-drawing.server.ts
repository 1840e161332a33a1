// Where everything stands in the picture of a chain. Few: a line for each who taught, below the one who taught them, a column
// further in for each generation. Many: a column for each generation, a bar for each unit.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Spread, SpreadBox, SpreadRow } from '../queries/spread.server.ts'
import type { CascadeDrawing } from './CascadePicture.tsx'
import { groupWords, whoWords } from './spread-words.ts'

type Frame = { width: number; letter: number; wide: boolean }
const wideFrame: Frame = { width: 1060, letter: 8.4, wide: true }
const narrowFrame: Frame = { width: 360, letter: 8.4, wide: false }

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

function drawRows(rows: readonly SpreadRow[], { width, letter, wide }: Frame): CascadeDrawing {
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
    const room = Math.floor((width - x(depth) - 22) / letter)
    const [name, note] = group ? [groupWords(group), ''] : [whoWords(row), countWords(row)]
    const label = { x: x(depth) + 18, lang: null }
    const sameLine = wide && note !== '' && name.length + note.length + 3 <= room
    const text = sameLine ? `${name} · ${note}` : name
    drawing.words.push({ ...label, y: y(index) + 5, text: cut(text, room), kind: group ? 'note' : 'name' })
    if (note !== '' && !sameLine)
      drawing.words.push({ ...label, y: y(index) + (wide ? 20 : 23), text: cut(note, room), kind: 'note' })
  }
  // What was drawn first lies below: the lines first, then who hangs on them.
  drawing.links.reverse()
  return drawing
}

function countWords({ directly, onward }: SpreadRow): string {
  const direct = m.teaching_tree_direct({ count: directly })
  return onward > 0 ? `${direct}, ${m.teaching_tree_onward({ count: onward })}` : direct
}

/** Generations that have a column, and units that have a bar in each; the table holds all. */
const mostColumns = 5
const mostBars = 9

type Bar = { boxes: SpreadBox[]; ats: number[]; people: number; label: string; lang: string | null }

/** By generation: the largest units, and the rest of them as one. */
function barsOf(boxes: readonly SpreadBox[]): Bar[][] {
  const columns: { box: SpreadBox; at: number }[][] = []
  for (const [at, box] of boxes.entries()) {
    const column = columns[Math.min(box.generation, mostColumns - 1)] ?? []
    columns[Math.min(box.generation, mostColumns - 1)] = column
    column.push({ box, at })
  }
  return columns.map((column) => {
    const bars = column.slice(0, mostBars).map(({ box, at }) => ({
      ...{ boxes: [box], ats: [at], people: box.people },
      label: box.unit?.name ?? m.teaching_tree_no_unit(),
      lang: box.unit?.language ?? null,
    }))
    const rest = column.slice(mostBars)
    if (rest.length === 0) return bars
    const people = rest.reduce((sum, { box }) => sum + box.people, 0)
    const label = m.teaching_tree_other_units({ count: rest.length })
    return [...bars, { boxes: rest.map(({ box }) => box), ats: rest.map(({ at }) => at), people, label, lang: null }]
  })
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
  const { width, letter } = wideFrame
  const step = (width - 8) / columns.length
  const rows = Math.max(...columns.map((column) => column.length))
  const drawing = empty(width, 40 + rows * 48)
  const most = Math.max(...columns.flat().map(({ people }) => people))
  const ends = new Map<number, { x: number; right: number; y: number }>()
  for (const [generation, column] of columns.entries()) {
    const x = round(8 + generation * step)
    const room = Math.floor((step - 20) / letter)
    const head = headOf(generation, column, generation === columns.length - 1)
    drawing.words.push({ x, y: 18, text: cut(head, room), lang: null, kind: 'head' })
    for (const [index, bar] of column.entries()) {
      const y = 38 + index * 48
      const length = round(Math.max(4, (bar.people / most) * (step - 60)))
      drawing.bars.push({ x, y, width: length, height: 14, kind: generation === 0 ? 'began' : 'teaches' })
      const text = `${formatNumber(bar.people)} ${bar.label}`
      drawing.words.push({ x, y: y + 30, text: cut(text, room), lang: bar.lang, kind: 'note' })
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
  const { width, letter } = narrowFrame
  const drawing = empty(width, 0)
  const most = Math.max(...columns.flat().map(({ people }) => people))
  const room = Math.floor(width / letter)
  let y = 18
  for (const [generation, column] of columns.entries()) {
    const head = headOf(generation, column, generation === columns.length - 1)
    drawing.words.push({ x: 0, y, text: cut(head, room), lang: null, kind: 'head' })
    for (const bar of column) {
      const text = `${formatNumber(bar.people)} ${bar.label}`
      drawing.words.push({ x: 0, y: y + 24, text: cut(text, room), lang: bar.lang, kind: 'note' })
      const length = round(Math.max(4, (bar.people / most) * width))
      drawing.bars.push({ x: 0, y: y + 30, width: length, height: 10, kind: generation === 0 ? 'began' : 'teaches' })
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
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
