// The red thread: the nine steps of a visit, and the same thread in small for a goal or an improvement work.
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { type GlyphShape, PhaseGlyph } from './motif.tsx'

export type ThreadStep = { key: string; label: string; state: 'done' | 'now' | 'next'; date?: string | undefined }

/** The signs of the nine steps, in order. */
export const stepShapes: readonly GlyphShape[] = [
  'asked',
  'dialogue',
  'agreed',
  'preparing',
  'underway',
  'evaluating',
  'summarised',
  'parting',
  'parted',
]

/**
 * The stepper of a visit. `steps` are the nine in order; `note` goes on after "Step 4 of 9: being prepared." on narrow screens.
 * A visit that ended otherwise has a `ThreadEnd` instead.
 */
export function Thread({ label, steps, note }: { label?: string; steps: readonly ThreadStep[]; note?: ReactNode }) {
  const now = steps.findIndex((step) => step.state === 'now')
  return (
    <nav className="sl-thread" aria-label={label ?? m.ui_thread_label()}>
      <ol>
        {steps.map((step, index) => (
          <li key={step.key} className={`sl-thread__${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
            <PhaseGlyph shape={stepShapes[index] ?? 'parted'} />
            <b>{step.label}</b>
            <span className="sl-hidden">, {stateWords[step.state]()}</span>
            {step.date ? <small>{step.date}</small> : null}
          </li>
        ))}
      </ol>
      {now >= 0 ? (
        <p className="sl-thread__here">
          <strong>{m.ui_step_of({ step: now + 1, total: steps.length, name: steps[now]?.label ?? '' })}</strong> {note}
        </p>
      ) : null}
    </nav>
  )
}

const stateWords = { done: m.ui_thread_done, now: m.ui_thread_now, next: m.ui_thread_next }

/** Declined, withdrawn, cancelled: one sentence – who, when, why – instead of the thread. */
export function ThreadEnd({ children }: { children: ReactNode }) {
  return (
    <div className="sl-thread-end">
      <PhaseGlyph shape="asked" tight />
      <div className="sl-stack-s">{children}</div>
    </div>
  )
}

/**
 * The stops of a goal (six) or an improvement work (five) and the sentence that says the same.
 * `reached` counts from 1; `name` is the reached stop in words; `more` follows the sentence.
 */
export function ThreadStops({ stops, reached, name, more }: { stops: 5 | 6; reached: number; name: string; more?: ReactNode }) {
  return (
    <p className="sl-stop-line">
      <span className="sl-stops" aria-hidden="true">
        {Array.from({ length: stops }, (_, index) => index + 1).map((stop) => (
          <i key={stop} className={stop === reached ? 'sl-stops__now' : undefined} />
        ))}
      </span>
      <span>
        {m.ui_step_of({ step: reached, total: stops, name })} {more}
      </span>
    </p>
  )
}

/** The little thread before "Taken up on Wednesday 10.30". */
export function ThreadIcon() {
  return (
    <svg className="sl-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="sl-draw" d="M3 16c4-10 7 4 10-4s6-4 8-6" />
      <circle className="sl-fill" cx="3.5" cy="16" r="2.2" />
      <circle className="sl-fill" cx="20.5" cy="6" r="2.2" />
    </svg>
  )
}
