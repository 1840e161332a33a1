// The meeting as a picture: the mark, faces, pairs of faces and the glyph of a phase. Host left and in front, guest behind.

export type Side = 'host' | 'guest'

/** Half the distance between the circles of each glyph, radius 9.6 in a 48 × 24 box. */
const apart = { asked: 13.2, dialogue: 10.6, agreed: 8.4, preparing: 6.4, underway: 4, parting: 12, parted: 13.2 }
export type GlyphShape = keyof typeof apart | 'evaluating' | 'summarised'

const sameAs: Partial<Record<GlyphShape, keyof typeof apart>> = { evaluating: 'preparing', summarised: 'agreed' }

/**
 * Two circles: apart, touching, overlapping, deepest under way, parting again, each with the other's colour inside.
 * `tight` has no air around it, for a glyph that stands at the edge of a text; without it all glyphs are equally wide.
 */
export function PhaseGlyph({ shape, tight }: { shape: GlyphShape; tight?: boolean }) {
  const half = apart[sameAs[shape] ?? (shape as keyof typeof apart)]
  const box = tight ? `${round(14.4 - half)} 2.4 ${round(2 * half + 19.2)} 19.2` : '0 0 48 24'
  const carries = shape === 'parting' || shape === 'parted'
  return (
    <svg className="sl-glyph" viewBox={box} aria-hidden="true" focusable="false">
      <circle className="sl-is-host" cx={round(24 - half)} cy="12" r="9.6" />
      <circle className="sl-is-guest" cx={round(24 + half)} cy="12" r="9.6" />
      {half < 9.6 ? <path className="sl-is-meet" d={lens(24, 12, 9.6, half)} /> : null}
      {carries ? <circle className="sl-is-guest" cx={round(24 - half)} cy="12" r="4" /> : null}
      {carries ? <circle className="sl-is-meet" cx={round(24 + half)} cy="12" r="4" /> : null}
    </svg>
  )
}

/** The shape where two circles of radius r, each `half` from the middle, overlap. */
function lens(x: number, y: number, r: number, half: number): string {
  const h = round(Math.sqrt(r * r - half * half))
  return `M${x} ${round(y - h)}A${r} ${r} 0 0 1 ${x} ${round(y + h)}A${r} ${r} 0 0 1 ${x} ${round(y - h)}Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** The mark alone; decoration beside a name. */
export function Mark() {
  return (
    <svg className="sl-mark" viewBox="0 0 44 24" aria-hidden="true" focusable="false">
      <circle className="sl-is-host" cx="14.8" cy="12" r="11" />
      <circle className="sl-is-guest" cx="29.2" cy="12" r="11" />
      <path className="sl-is-meet" d={lens(22, 12, 11, 7.2)} />
    </svg>
  )
}

/** Someone's face: picture or initials. `alone` when no written name stands beside it; then the face says the name. */
export type FaceOf = { name: string; picture?: string | null | undefined; side: Side }

export function Face({ name, picture, side, size, alone }: FaceOf & { size?: 's' | 'l'; alone?: boolean }) {
  const className = `sl-face sl-face--${side}${size ? ` sl-face--${size}` : ''}`
  if (picture) {
    return (
      <span className={className}>
        <img src={picture} width={80} height={80} alt={alone ? name : ''} loading="lazy" />
      </span>
    )
  }
  return (
    <span className={className}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      {alone ? <span className="sl-hidden">{name}</span> : null}
    </span>
  )
}

/** At most two letters: of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toLocaleUpperCase()
}

/** Host and guest, overlapping. Always beside written names, so it is silent. */
export function Pair({ host, guest, large }: { host: Omit<FaceOf, 'side'>; guest: Omit<FaceOf, 'side'>; large?: boolean }) {
  return (
    <span className={`sl-pair${large ? ' sl-pair--l' : ''}`}>
      <Face {...host} side="host" />
      <Face {...guest} side="guest" />
    </span>
  )
}

/** A face with its written name and one line about the person. */
export function Who({ name, about, picture, side, size = 's' }: FaceOf & { about?: string; size?: 's' | 'l' }) {
  return (
    <div className="sl-who">
      <Face {...{ name, picture, side, size }} />
      <div>
        <b>{name}</b>
        {about ? <span className="sl-meta">{about}</span> : null}
      </div>
    </div>
  )
}
