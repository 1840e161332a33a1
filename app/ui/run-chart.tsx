// A run chart from coordinates that were worked out on the server (run-chart-drawing.server.ts): no chart library in the browser.

type Spot = { x: number; y: number }
export type Label = Spot & { text: string; anchor: 'start' | 'middle' | 'end' }

/** One drawing. Points that are hidden or missing are in none of these: a hidden one leaves only a hatched tick. */
export type Drawing = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  grid: { y: number; label: Label }[]
  line: string
  dots: Spot[]
  last: Spot | null
  lastLabel: Label | null
  target: { y: number; label: Label; key: boolean } | null
  median: { y: number; label: Label; key: boolean } | null
  hidden: number[]
  flags: { x: number; number: number }[]
  periods: Label[]
}

export type RunChartDrawing = { wide: Drawing; narrow: Drawing }

/** `name` is the chart in one sentence: what, from when to when, first and last value, and that the table follows. */
export function RunChart({ drawing, name }: { drawing: RunChartDrawing; name: string }) {
  return (
    <>
      <Picture drawing={drawing.wide} name={name} className="sl-chart sl-chart-wide" />
      <Picture drawing={drawing.narrow} name={name} className="sl-chart sl-chart-narrow" />
    </>
  )
}

function Picture({ drawing: d, name, className }: { drawing: Drawing; name: string; className: string }) {
  return (
    <svg className={className} viewBox={`0 0 ${d.width} ${d.height}`} role="img" aria-label={name}>
      {d.grid.map(({ y, label }) => (
        <g key={y}>
          <path className="sl-c-grid" d={`M${d.left} ${y}H${d.right}`} />
          <Words of={label} />
        </g>
      ))}
      <Level level={d.target} drawing={d} className="sl-c-target" />
      <Level level={d.median} drawing={d} className="sl-c-median" />
      {d.flags.map(({ x, number }) => (
        <g key={number}>
          <path className="sl-c-note" d={`M${x} ${d.top + 2}V${d.bottom}`} />
          <circle className="sl-c-flag" cx={x} cy={d.top - 10} r="12" />
          <text className="sl-c-flag-number" x={x} y={d.top - 5} textAnchor="middle">
            {number}
          </text>
        </g>
      ))}
      {d.hidden.map((x) => (
        <path key={x} className="sl-c-hidden" d={hatch(x, d.bottom)} />
      ))}
      <path className="sl-c-line" d={d.line} />
      {d.dots.map(({ x, y }) => (
        <circle key={x} className="sl-c-dot" cx={x} cy={y} r={d.width > 500 ? 5.5 : 4.8} />
      ))}
      {d.last ? <circle className="sl-c-dot sl-c-dot--last" cx={d.last.x} cy={d.last.y} r="7.5" /> : null}
      {d.periods.map((label) => (
        <Words key={label.x} of={label} />
      ))}
      {d.lastLabel ? <Words of={d.lastLabel} className="sl-c-value" /> : null}
    </svg>
  )
}

/** A level across the chart; on the narrow drawing its words stand below with a piece of the line as key. */
function Level({ level, drawing, className }: { level: Drawing['target']; drawing: Drawing; className: string }) {
  if (!level) return null
  return (
    <>
      <path className={className} d={`M${drawing.left} ${level.y}H${drawing.right}`} />
      {level.key ? <path className={className} d={`M${level.label.x - 38} ${level.label.y - 5}h30`} /> : null}
      <Words of={level.label} className={`${className}-label`} />
    </>
  )
}

function Words({ of, className }: { of: Label; className?: string }) {
  return (
    <text className={className} x={of.x} y={of.y} textAnchor={of.anchor}>
      {of.text}
    </text>
  )
}

/** A small hatched square standing on the axis. */
function hatch(x: number, bottom: number): string {
  const left = x - 7
  const top = bottom - 14
  return `M${left} ${top}h14v14h-14zM${left} ${top + 9}l9-9M${left + 1} ${top + 13}l12-12M${left + 6} ${top + 13}l8-8`
}
