// The picture of who taught whom on, from coordinates that were worked out on the server (cascade-drawing.server.ts).

export type CascadeDrawing = {
  width: number
  height: number
  /** From a teacher to those they taught; `width` tells how many. */
  links: { d: string; width: number }[]
  circles: { x: number; y: number; r: number; kind: 'began' | 'teaches' | 'learnt' }[]
  bars: { x: number; y: number; width: number; height: number; kind: 'began' | 'teaches' | 'learnt' }[]
  words: { x: number; y: number; text: string; lang: string | null; kind: 'name' | 'note' | 'head' }[]
}

/** `name` is the picture in one sentence; the table beside it holds the same. */
export function CascadePicture({ wide, narrow, name }: { wide: CascadeDrawing; narrow: CascadeDrawing; name: string }) {
  return (
    <>
      <Picture drawing={wide} name={name} className="sl-chart sl-chart-wide" />
      <Picture drawing={narrow} name={name} className="sl-chart sl-chart-narrow" />
    </>
  )
}

function Picture({ drawing, name, className }: { drawing: CascadeDrawing; name: string; className: string }) {
  return (
    <svg className={className} viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={name}>
      {drawing.links.map(({ d, width }) => (
        <path key={d} className="sl-cascade-link" d={d} strokeWidth={width} />
      ))}
      {drawing.bars.map(({ kind, ...bar }) => (
        <rect key={`${bar.x} ${bar.y}`} className={`sl-cascade--${kind}`} {...bar} rx="3" />
      ))}
      {drawing.circles.map(({ x, y, r, kind }) => (
        <circle key={`${x} ${y}`} className={`sl-cascade--${kind}`} cx={x} cy={y} r={r} />
      ))}
      {drawing.words.map(({ x, y, text, lang, kind }) => (
        <text key={`${x} ${y}`} className={`sl-cascade--${kind}`} x={x} y={y} lang={lang ?? undefined}>
          {text}
        </text>
      ))}
    </svg>
  )
}
