// Surfaces and what stands on them.
import { CheckmarkCircleIcon, CircleIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { type GlyphShape, PhaseGlyph } from './motif.tsx'

type Heading = { id: string; title: ReactNode; level?: 2 | 3 }

/** A plain surface. `quiet` for filters and asides, `guest` for what guests bring, `meet` for joint moments, `lift` for what happens now. */
export function Card({ tone, children }: { tone?: 'quiet' | 'guest' | 'meet' | 'lift'; children: ReactNode }) {
  return <div className={`sl-card sl-stack${tone ? ` sl-card--${tone}` : ''}`}>{children}</div>
}

/** A card that is a section of the page with a heading of its own. */
export function CardSection({
  id,
  title,
  level = 2,
  tone,
  children,
}: Heading & { tone?: 'quiet' | 'guest' | 'meet'; children: ReactNode }) {
  const Tag = `h${level}` as const
  return (
    <section className={`sl-card sl-stack${tone ? ` sl-card--${tone}` : ''}`} aria-labelledby={id}>
      <Tag id={id}>{title}</Tag>
      {children}
    </section>
  )
}

/**
 * The one next step: eyebrow with the person's name, a heading that begins with a verb, why and by when in `children`,
 * one primary button in `action`, at most one quiet one in `quiet`.
 */
export function NextStep({
  id,
  title,
  eyebrow,
  pair,
  action,
  quiet,
  note,
  children,
}: Heading & {
  eyebrow: ReactNode
  pair?: ReactNode
  action?: ReactNode
  quiet?: ReactNode
  note?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="sl-next sl-stack" aria-labelledby={id}>
      <p className="sl-eyebrow">{eyebrow}</p>
      {pair ? (
        <div className="sl-row">
          {pair}
          <h2 id={id} className="sl-grow">
            {title}
          </h2>
        </div>
      ) : (
        <h2 id={id}>{title}</h2>
      )}
      {children}
      {action || quiet || note ? (
        <div className="sl-row">
          {action}
          {quiet}
          {note ? <span className="sl-meta">{note}</span> : null}
        </div>
      ) : null}
    </section>
  )
}

/** What is missing, why it is worth doing, one button. Never "No items". */
export function EmptyState({
  id,
  title,
  level = 2,
  glyph = 'preparing',
  action,
  children,
}: Heading & { glyph?: GlyphShape; action?: ReactNode; children?: ReactNode }) {
  const Tag = `h${level}` as const
  return (
    <section className="sl-empty" aria-labelledby={id}>
      <PhaseGlyph shape={glyph} tight />
      <Tag id={id}>{title}</Tag>
      {children}
      {action}
    </section>
  )
}

export type CheckItem = {
  id: string
  label: ReactNode
  done?: boolean
  to?: string
  note?: ReactNode
  icon?: ReactNode
  action?: ReactNode
}

/** Task, who and when; what is done keeps its place. With `icon` it is a list of dates instead of tasks. */
export function Checklist({ items }: { items: readonly CheckItem[] }) {
  return (
    <ul className="sl-check">
      {items.map((item) => (
        <li key={item.id} className={item.done ? 'sl-check__done' : undefined}>
          {item.icon ?? (item.done ? <CheckmarkCircleIcon aria-hidden /> : <CircleIcon aria-hidden />)}
          <span className="sl-grow">
            {item.to ? <Link to={item.to}>{item.label}</Link> : item.label}
            {item.icon ? null : <span className="sl-hidden">, {item.done ? m.ui_check_done() : m.ui_check_left()}</span>}
            {item.note ? <span className="sl-meta">{item.note}</span> : null}
          </span>
          {item.action}
        </li>
      ))}
    </ul>
  )
}

/** Terms and values. */
export function Facts({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="sl-facts">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The one dark band a page may have. */
export function Band({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="sl-band sl-stack" aria-labelledby={id}>
      <h2 id={id} className="sl-hidden">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Something that can be folded open; printed open. */
export function Fold({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="sl-fold" open={open}>
      <summary>{summary}</summary>
      <div className="sl-stack">{children}</div>
    </details>
  )
}

/** One thing among several that need somebody: faces, what, why, a link. */
export function Todo({
  faces,
  title,
  note,
  action,
}: {
  faces?: ReactNode
  title: ReactNode
  note?: ReactNode
  action: ReactNode
}) {
  return (
    <article className="sl-todo">
      <div>{faces}</div>
      <div>
        <h3>{title}</h3>
        {note ? <p className="sl-meta">{note}</p> : null}
      </div>
      {action}
    </article>
  )
}
