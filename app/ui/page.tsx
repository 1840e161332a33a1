// The pieces a page is put together from, in the order of DESIGN: breadcrumb, heading, sections, next step, content.
import { Link, NavLink } from '@remix-run/react'
import { Children, type ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'

/** The room inside <main>. `read` 46rem for text, `form` 60rem for forms, `wide` only for boards and charts. */
export function Page({ width, children }: { width?: 'read' | 'form' | 'wide'; children: ReactNode }) {
  return <div className={`sl-page sl-wrap${width ? ` sl-wrap--${width}` : ''}`}>{children}</div>
}

type Crumb = { label: ReactNode; to?: string; lang?: string }

/** Where one is: parents as links, this page last without one. */
function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="sl-crumb" aria-label={m.ui_breadcrumb()}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to ?? 'here'} lang={crumb.lang}>
            {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
          </li>
        ))}
      </ol>
    </nav>
  )
}

type PageHeadProps = {
  title: ReactNode
  /** Language of the title when people wrote it. */
  lang?: string
  /** Faces before the heading. */
  pair?: ReactNode
  eyebrow?: ReactNode
  /** One sentence in large type. */
  lead?: ReactNode
  /** Small facts; each becomes a piece of one line: "2–4 February · on site · 4 guests". */
  facts?: readonly ReactNode[]
  crumbs?: readonly Crumb[]
  children?: ReactNode
}

/** The one h1 of a page with what belongs to it. */
export function PageHead({ title, lang, pair, eyebrow, lead, facts = [], crumbs, children }: PageHeadProps) {
  return (
    <div className="sl-head">
      {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
      <div className="sl-head__title">
        {pair}
        <div className="sl-stack-s">
          {eyebrow ? <p className="sl-eyebrow">{eyebrow}</p> : null}
          <h1 lang={lang}>{title}</h1>
          {lead ? <p className="sl-lead">{lead}</p> : null}
          {facts.length > 0 ? (
            <p className="sl-meta">{Children.toArray(facts.flatMap((fact, index) => (index > 0 ? [' · ', fact] : [fact])))}</p>
          ) : null}
        </div>
      </div>
      {children}
    </div>
  )
}

/** The pages of one thing (a visit). Wraps on phones; `end` makes the link current only on exactly its address. */
export function SectionNav({
  label,
  items,
}: {
  label: string
  items: readonly { to: string; label: string; end?: boolean }[]
}) {
  return (
    <nav className="sl-sections" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.end} prefetch="intent" preventScrollReset>
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A switch between views of the same thing (days, charts): links, the current one marked. */
export function TabSwitch({
  label,
  items,
  current = 'page',
}: {
  label: string
  items: readonly { to: string; label: ReactNode; note?: ReactNode; current?: boolean }[]
  current?: 'page' | 'date' | 'true'
}) {
  return (
    <nav className="sl-tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} aria-current={item.current ? current : undefined} preventScrollReset>
          <b>{item.label}</b>
          {item.note ? <span className="sl-meta">{item.note}</span> : null}
        </Link>
      ))}
    </nav>
  )
}

/** Main column first in the source, side column after it on phones. `side` says what the side column is about. */
export function Columns({
  children,
  side,
  label,
  sideFirst,
}: {
  children: ReactNode
  side: ReactNode
  label: string
  sideFirst?: boolean
}) {
  return (
    <div className={`sl-columns${sideFirst ? ' sl-columns--side-first' : ''}`}>
      <div className="sl-stack-l">{children}</div>
      <aside className="sl-stack-l" aria-label={label}>
        {side}
      </aside>
    </div>
  )
}

/** A section with its heading (h2 unless told) and perhaps a link beside it. */
export function Section({
  id,
  title,
  action,
  level = 2,
  children,
}: {
  id: string
  title: ReactNode
  action?: ReactNode
  level?: 2 | 3
  children: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <section aria-labelledby={id}>
      <div className="sl-section-head">
        <Heading id={id}>{title}</Heading>
        {action}
      </div>
      {children}
    </section>
  )
}
