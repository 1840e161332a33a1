import { readRunChart } from '#app/features/indicators/rules/run-chart.ts'
import { m } from '#app/paraglide/messages.js'
import { drawRunChart } from '#app/ui/run-chart-drawing.server.ts'
import { readMeasurements } from '../rules/measurements.ts'
import type { OwnRunChartProps } from './OwnRunChart.tsx'
import { asMeasured } from './words.ts'

/** What somebody has typed (`title`, `values` in the address) as a chart; without a value there is nothing to draw. */
export function drawMeasurements(typedIn: URLSearchParams): OwnRunChartProps {
  const title = (typedIn.get('title') ?? '').slice(0, 120)
  const typed = (typedIn.get('values') ?? '').slice(0, 4_000)
  const { measurements, unread, left } = readMeasurements(typed)
  const values = measurements.map((one) => one.value)
  const reading = readRunChart(values)
  const last = values.at(-1)
  if (!reading || last === undefined)
    return { title, typed, measurements, unread, left, drawing: null, verdict: null, median: null }
  const drawing = drawRunChart({
    points: measurements,
    median: { value: reading.median, words: m.paths_chart_median({ value: asMeasured(reading.median) }) },
    tick: asMeasured,
    words: () => asMeasured(last),
    bounds: boundsOf(values),
  })
  return { title, typed, measurements, unread, left, drawing, verdict: reading.verdict, median: reading.median }
}

/** From zero, or from below it; never an axis without length. */
function boundsOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return low === high ? [0, 1] : [low * 1.1, high * 1.1]
}
