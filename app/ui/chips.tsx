// Status chips: text + shape + colour. The words can be made more precise, the shape and colour follow the state alone.
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { type GlyphShape, PhaseGlyph } from './motif.tsx'

/** Where a value stands. `unsure` stands beside another chip; `hidden-protect` hides so that another unit stays hidden. */
export type Status = 'met' | 'not-met' | 'unsure' | 'no-target' | 'no-data' | 'hidden' | 'hidden-protect'

const looks: Record<Status, { className: string; words: () => string; shape: ReactNode }> = {
  met: {
    className: 'sl-chip--met',
    words: m.ui_status_met,
    shape: (
      <>
        <circle className="sl-fill" cx="10" cy="10" r="9" />
        <path className="sl-knock" d="M5.8 10.4l2.9 2.9 5.5-6" strokeWidth="2.2" />
      </>
    ),
  },
  'not-met': {
    className: 'sl-chip--not-met',
    words: m.ui_status_not_met,
    shape: (
      <>
        <path className="sl-fill" d="M10 .8L19.2 10 10 19.2.8 10z" />
        <path className="sl-knock" d="M6.2 10h7.6" strokeWidth="2.4" />
      </>
    ),
  },
  unsure: {
    className: 'sl-chip--unsure',
    words: m.ui_status_unsure,
    shape: (
      <>
        <circle className="sl-draw" cx="10" cy="10" r="8" />
        <path className="sl-fill" d="M10 2a8 8 0 0 1 0 16z" />
      </>
    ),
  },
  'no-target': {
    className: 'sl-chip--no-target',
    words: m.ui_status_no_target,
    shape: <path className="sl-draw" d="M4 18.5V2.5h12l-3.2 4.2L16 11H4" />,
  },
  'no-data': {
    className: 'sl-chip--no-data',
    words: m.ui_status_no_data,
    shape: <circle className="sl-draw" cx="10" cy="10" r="7.8" strokeDasharray="3.2 3" />,
  },
  hidden: { className: 'sl-chip--hidden', words: m.ui_status_hidden, shape: <Hatched /> },
  'hidden-protect': { className: 'sl-chip--hidden', words: m.ui_status_hidden_protect, shape: <Hatched /> },
}

function Hatched() {
  return (
    <>
      <rect className="sl-draw" x="2" y="2" width="16" height="16" rx="3" />
      <path className="sl-draw" d="M5 15L15 5M5 9.5L9.5 5M10.5 15l4.5-4.5" />
    </>
  )
}

/** One status. `children` replace the standard words ("Met" → "11 met", "Uncertain" → "No slot yet"). */
export function StatusChip({ status, children }: { status: Status; children?: ReactNode }) {
  const look = looks[status]
  return (
    <span className={`sl-chip ${look.className}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {look.shape}
      </svg>
      <span>{children ?? look.words()}</span>
    </span>
  )
}

type ChipProps = { tone?: 'plain' | 'quiet' | 'now'; icon?: ReactNode; glyph?: GlyphShape; lang?: string; children: ReactNode }

/** A word about something: `glyph` for phases, `quiet` for languages, `now` for what happens at this moment. */
export function Chip({ tone = 'plain', icon, glyph, lang, children }: ChipProps) {
  return (
    <span className={`sl-chip sl-chip--${tone}`} lang={lang}>
      {glyph ? <PhaseGlyph shape={glyph} /> : icon}
      <span>{children}</span>
    </span>
  )
}

/** Several chips on one line that wraps. */
export function Chips({ children }: { children: ReactNode }) {
  return <div className="sl-chips">{children}</div>
}
