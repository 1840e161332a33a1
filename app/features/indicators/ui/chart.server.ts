import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { RunChartDrawing } from '#app/ui/index.ts'
import { type ChartPoint, drawRunChart } from '#app/ui/run-chart-drawing.server.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { numberAt } from '../rules/status.ts'
import { chartTargetWords, medianWords, shortQuarter, valueWords } from './words.ts'

const bounds = { share: [0, 100], net: [-100, 100] } as const

/** The run chart of an indicator, worked out on the server; null when there is no point to draw. */
export function drawIndicator({ indicator, points, waiting, target, reading }: IndicatorFile): RunChartDrawing | null {
  const { kind } = indicator
  const last = points.at(-1)
  if (!last) return null
  const chart: ChartPoint[] = points.map(({ period, shown }) => ({
    label: shortQuarter(period.to),
    value: numberAt(kind, shown),
  }))
  if (waiting) chart.push({ label: shortQuarter(waiting.to), value: null, hidden: true })
  const highest = Math.max(1, ...chart.map((point) => point.value ?? 0))
  const limit = target?.target
  return drawRunChart({
    points: chart,
    target: limit
      ? { value: numberAt(kind, limit), words: m.indicators_chart_target({ target: chartTargetWords(kind, limit) }) }
      : undefined,
    median: reading
      ? { value: reading.median, words: m.indicators_chart_median({ value: medianWords(kind, reading.median) }) }
      : undefined,
    tick: (value) => formatNumber(value),
    words: () => valueWords(kind, last.shown, target?.target),
    bounds: kind === 'share' || kind === 'net' ? bounds[kind] : [0, highest * 1.2],
  })
}
