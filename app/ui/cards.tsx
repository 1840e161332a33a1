// Surfaces and what stands on them.
import {
  CheckmarkCircleFillIcon,
  CheckmarkCircleIcon,
  CircleIcon,
  ExclamationmarkTriangleFillIcon,
  InformationSquareFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
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

type VoiceCard = {
  /** `Who` of the author. */
  who: ReactNode
  /** A chip in the corner: language, kind. */
  chip?: ReactNode
  /** The words as they were written, with their language. */
  text: string
  lang: string
  /** `ThreadStops`. */
  stops?: ReactNode
  children?: ReactNode
}

/** Person → words → where it is served (children) → stops. */
export function GoalCard({ who, chip, text, lang, stops, children }: VoiceCard) {
  return (
    <article className="sl-goal">
      <div className="sl-row sl-row--between">
        {who}
        {chip}
      </div>
      <h3 className="sl-voice" lang={lang}>
        {text}
      </h3>
      {children}
      {stops}
    </article>
  )
}

/** An improvement work the guests bring: the gift. */
export function GiftCard({ who, chip, title, text, lang, stops, children }: VoiceCard & { title: string }) {
  return (
    <article className="sl-goal sl-goal--gift">
      <div className="sl-row sl-row--between">
        {who}
        {chip}
      </div>
      <h3 className="sl-voice" lang={lang}>
        {title}
      </h3>
      {text ? (
        <p className="sl-voice" lang={lang}>
          {text}
        </p>
      ) : null}
      {children}
      {stops}
    </article>
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

const tones = {
  info: { color: 'info', Icon: InformationSquareFillIcon, words: m.ui_notice_info },
  success: { color: 'success', Icon: CheckmarkCircleFillIcon, words: m.ui_notice_success },
  warning: { color: 'warning', Icon: ExclamationmarkTriangleFillIcon, words: m.ui_notice_warning },
  error: { color: 'danger', Icon: XMarkOctagonFillIcon, words: m.ui_notice_error },
} as const

/** Something to know, in Aksel's alert. `announce` when it appears as the answer to what somebody did. */
export function Notice({
  tone = 'info',
  announce,
  children,
}: {
  tone?: keyof typeof tones
  announce?: boolean
  children: ReactNode
}) {
  const { color, Icon, words } = tones[tone]
  return (
    <div
      className={`aksel-alert aksel-alert--${tone} aksel-alert--medium sl-notice`}
      data-color={color}
      data-variant={tone}
      role={announce ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <Icon className="aksel-alert__icon" aria-hidden />
      <span className="sl-hidden">{words()}: </span>
      <div className="sl-grow sl-stack-s">{children}</div>
    </div>
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
