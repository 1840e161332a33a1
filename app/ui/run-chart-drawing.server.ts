// Where everything stands in a run chart. The law: a point that is hidden takes no part, not in the line, not in the scale.
import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Drawing, Label, RunChartDrawing } from './run-chart.tsx'

/** A period in time order. `value` in the unit of the axis (percent: 0–100), null when there is none; `hidden` when suppressed. */
export type ChartPoint = { label: string; value: number | null; hidden?: boolean }

export type ChartInput = {
  points: readonly ChartPoint[]
  /** Words beside the levels are ready to show: "Target: over 85", "Median 81.6". */
  target?: { value: number; words: string } | undefined
  median?: { value: number; words: string } | undefined
  /** Numbered flags at the index of a point: actions and visits, explained in the list below the chart. */
  flags?: readonly { at: number; number: number }[]
  /** Words of an axis value and of the last value. */
  tick: (value: number) => string
  words: (value: number) => string
  /** Natural ends of the axis; 0–100 unless told. */
  bounds?: readonly [number, number]
}

type Frame = Pick<Drawing, 'width' | 'height' | 'left' | 'right' | 'top' | 'bottom'>
const wideFrame: Frame = { width: 1060, height: 380, left: 44, right: 932, top: 34, bottom: 336 }
const narrowFrame: Frame = { width: 360, height: 330, left: 34, right: 344, top: 32, bottom: 270 }
const lineHeight = 19

/** Both drawings of a chart. */
export function drawRunChart(input: ChartInput): RunChartDrawing {
  return { wide: draw(input, wideFrame), narrow: draw(input, narrowFrame) }
}

function draw(input: ChartInput, frame: Frame): Drawing {
  const wide = frame.width > 500
  const shown = input.points.map((point, index) => ({ index, value: point.hidden ? null : point.value }))
  const visible = shown.filter((point): point is { index: number; value: number } => point.value !== null)
  const x = scalePoint<number>()
    .domain(shown.map((point) => point.index))
    .range([frame.left, frame.right])
    .padding(input.points.length === 1 ? 0.5 : 0)
  const y = scaleOf(input, visible, frame)
  const at = (index: number) => round(x(index) ?? frame.left)

  const path = line<{ index: number; value: number | null }>()
    .defined((point) => point.value !== null)
    .x((point) => at(point.index))
    .y((point) => round(y(point.value ?? 0)))
  const marks = visible.map((point) => ({ x: at(point.index), y: round(y(point.value)) }))
  const last = visible.at(-1)
  const lastMark = marks.at(-1) ?? null

  return {
    ...frame,
    grid: y.ticks(wide ? 5 : 4).map((value) => ({
      y: round(y(value)),
      label: { x: frame.left - 8, y: round(y(value)) + 5, text: input.tick(value), anchor: 'end' },
    })),
    line: path(shown) ?? '',
    dots: marks.slice(0, -1),
    last: lastMark,
    flags: (input.flags ?? []).map((flag) => ({ x: at(flag.at), number: flag.number })),
    hidden: input.points.flatMap((point, index) => (point.hidden ? [at(index)] : [])),
    periods: periodLabels(input.points, at, frame, wide),
    ...labels(
      input,
      y,
      frame,
      wide,
      last && lastMark ? { mark: lastMark, before: marks.at(-2), text: input.words(last.value) } : null,
    ),
  }
}

/** The axis: what is visible, the target and the median, with a little air, inside the natural bounds. */
function scaleOf(input: ChartInput, visible: { value: number }[], frame: Frame) {
  const [lowest, highest] = input.bounds ?? [0, 100]
  const values = [...visible.map((point) => point.value)]
  if (input.target) values.push(input.target.value)
  if (input.median && visible.length > 0) values.push(input.median.value)
  const low = values.length > 0 ? Math.min(...values) : lowest
  const high = values.length > 0 ? Math.max(...values) : highest
  const air = Math.max((high - low) * 0.12, (highest - lowest) * 0.02)
  const scale = scaleLinear()
    .domain([Math.max(lowest, low - air), Math.min(highest, high + air)])
    .nice(5)
    .range([frame.bottom, frame.top])
  return scale
}

/** Every period while they fit, otherwise evenly chosen ones; always the first and the last. */
function periodLabels(points: readonly ChartPoint[], at: (index: number) => number, frame: Frame, wide: boolean): Label[] {
  const most = wide ? 13 : 4
  const every = Math.max(1, Math.ceil(points.length / most))
  const end = points.length - 1
  return points.flatMap((point, index): Label[] => {
    const chosen = index === end || (index % every === 0 && end - index >= every)
    if (!chosen) return []
    const anchor = index === end && !wide && end > 0 ? 'end' : 'middle'
    return [{ x: at(index), y: frame.bottom + 24, text: point.label, anchor }]
  })
}

type Value = { mark: { x: number; y: number }; before: { y: number } | undefined; text: string } | null
type Levels = Pick<Drawing, 'target' | 'median' | 'lastLabel'>

function labels(input: ChartInput, y: (value: number) => number, frame: Frame, wide: boolean, value: Value): Levels {
  const target = input.target && { y: round(y(input.target.value)), text: input.target.words }
  const median = input.median && { y: round(y(input.median.value)), text: input.median.words }
  return wide ? besideChart(frame, target, median, value) : belowChart(frame, target, median, value)
}

type Level = { y: number; text: string } | undefined

/** On the wide drawing words stand in the right margin, pushed apart when they would collide. */
function besideChart(frame: Frame, target: Level, median: Level, value: Value): Levels {
  const atEdge = value !== null && value.mark.x > frame.right - 1
  const wanted = [target?.y, median?.y, atEdge ? value.mark.y : undefined]
  const [targetY, medianY, valueY] = spread(wanted, lineHeight)
  const label = (text: string, to: number): Label => ({ x: frame.right + 14, y: round(to) + 5, text, anchor: 'start' })
  return {
    target: target && targetY !== undefined ? { y: target.y, key: false, label: label(target.text, targetY) } : null,
    median: median && medianY !== undefined ? { y: median.y, key: false, label: label(median.text, medianY) } : null,
    lastLabel: value && (atEdge && valueY !== undefined ? label(value.text, valueY) : beside(value, frame, 'middle')),
  }
}

/** On the narrow drawing the levels are explained below the axis. */
function belowChart(frame: Frame, target: Level, median: Level, value: Value): Levels {
  const key = (text: string, x: number): Label => ({ x: x + 38, y: frame.height - 7, text, anchor: 'start' })
  return {
    target: target ? { y: target.y, key: true, label: key(target.text, frame.left - 26) } : null,
    median: median ? { y: median.y, key: true, label: key(median.text, frame.left + 148) } : null,
    lastLabel: value && beside(value, frame, value.mark.x > frame.right - 40 ? 'end' : 'middle'),
  }
}

/** Above the dot, or below it when the line comes down to it: never on the line, never outside the drawing. */
function beside({ mark, before, text }: NonNullable<Value>, frame: Frame, anchor: Label['anchor']): Label {
  const falls = before !== undefined && before.y < mark.y
  const below = (falls && mark.y + 30 < frame.bottom) || mark.y - 14 < frame.top
  return { x: mark.x, y: round(below ? mark.y + 26 : mark.y - 14), text, anchor }
}

/** Moves positions apart so that neighbours are at least `gap` from each other, keeping their order and holes. */
export function spread(positions: readonly (number | undefined)[], gap: number): (number | undefined)[] {
  const placed = positions
    .flatMap((position, index) => (position === undefined ? [] : [{ position, index }]))
    .sort((a, b) => a.position - b.position)
  for (let pass = 0; pass < placed.length; pass++) {
    for (let i = 1; i < placed.length; i++) {
      const before = placed[i - 1]
      const after = placed[i]
      if (!before || !after) continue
      const lacking = gap - (after.position - before.position)
      if (lacking <= 0) continue
      before.position -= lacking / 2
      after.position += lacking / 2
    }
  }
  const result: (number | undefined)[] = positions.map(() => undefined)
  for (const { position, index } of placed) result[index] = position
  return result
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
