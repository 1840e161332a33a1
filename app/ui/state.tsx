// What is going on: saved or not, who is here, how far one has come.
import { CheckmarkCircleIcon, CloudUpIcon, ExclamationmarkTriangleIcon, MobileIcon } from '@navikt/aksel-icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Face, type FaceOf } from './motif.tsx'

export type Saving =
  | { state: 'saved'; time: string }
  | { state: 'saving' }
  | { state: 'local'; changes: number }
  | { state: 'failed'; why: string }

const icons = { saved: CheckmarkCircleIcon, saving: CloudUpIcon, local: MobileIcon, failed: ExclamationmarkTriangleIcon }

/** Always text. Announced politely: trouble at once, everything else at most every 30 seconds while somebody types. */
export function SaveState({ saving }: { saving: Saving }) {
  const Icon = icons[saving.state]
  const said = useAnnounced(saving)
  return (
    <>
      <p className={`sl-state sl-state--${saving.state}`}>
        <Icon aria-hidden />
        <span>{wordsOf(saving)}</span>
      </p>
      <LiveRegion>{said}</LiveRegion>
    </>
  )
}

const QUIET = 30_000

function useAnnounced(saving: Saving): string {
  const [said, setSaid] = useState('')
  const last = useRef(Number.NEGATIVE_INFINITY)
  const words = wordsOf(saving)
  const { state } = saving
  useEffect(() => {
    if (state === 'saving') return
    const trouble = state === 'local' || state === 'failed'
    const wait = trouble ? 0 : Math.max(0, last.current + QUIET - performance.now())
    const timer = setTimeout(() => {
      last.current = performance.now()
      setSaid(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [state, words])
  return said
}

function wordsOf(saving: Saving): string {
  if (saving.state === 'saved') return m.ui_saved({ time: saving.time })
  if (saving.state === 'saving') return m.ui_saving()
  if (saving.state === 'local') return m.ui_saved_local({ count: saving.changes })
  return m.ui_save_failed({ why: saving.why })
}

/** Sticky at the foot of long forms: the save state and the buttons. */
export function SaveBar({ saving, children }: { saving?: Saving; children: ReactNode }) {
  return (
    <section className="sl-save-bar" aria-label={m.ui_save_bar()}>
      <div className="sl-wrap sl-wrap--form sl-save-bar__in">
        {saving ? <SaveState saving={saving} /> : null}
        <div className="sl-row">{children}</div>
      </div>
    </section>
  )
}

/** For screen readers: says `children` when it changes. Render it always, empty when there is nothing to say. */
export function LiveRegion({ children }: { children?: ReactNode }) {
  return (
    <div className="sl-hidden" role="status">
      {children}
    </div>
  )
}

/** Who is here: faces in one row and one sentence that names them. */
export function Faces({ people, children }: { people: readonly (FaceOf & { id: string })[]; children?: ReactNode }) {
  return (
    <div className="sl-here">
      <span className="sl-faces">
        {people.map((person) => (
          <Face key={person.id} name={person.name} picture={person.picture} side={person.side} size="s" alone={!children} />
        ))}
      </span>
      {children ? <span>{children}</span> : null}
    </div>
  )
}

/** How far: text and bar. */
export function Progress({ value, max, children }: { value: number; max: number; children: ReactNode }) {
  return (
    <label className="sl-stack-s">
      <span className="sl-meta">{children}</span>
      <progress className="sl-progress" value={value} max={max} />
    </label>
  )
}
