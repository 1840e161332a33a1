// One activity: something to read, how it can look, something to do at work.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import type { Activity, Track } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { ActivityBody } from './ActivityBody.tsx'
import { addressOf, minutesWords, trackName } from './words.ts'

type Near = { id: string; title: string } | null

export type ActivityPageProps = {
  path: { id: string; title: string }
  module: { id: string; title: string }
  activity: Spoken<Activity>
  track: Track
  before: Near
  after: Near
  sheet: { id: string; title: string } | null
  /** For those who walk: to tick it off. */
  done?: ReactNode
}

export function ActivityPage({ path, module, activity, track, before, after, sheet, done }: ActivityPageProps) {
  const home = addressOf(path.id, module.id)
  return (
    <Page width="read">
      <PageHead
        title={activity.title}
        facts={[trackName(track), minutesWords(activity.minutes)]}
        crumbs={[
          { to: addressOf(path.id), label: path.title },
          { to: home, label: module.title },
          { label: m.paths_activity() },
        ]}
      />
      <ActivityBody activity={activity} sheet={sheet} pathId={path.id} />
      {done}
      <nav className="sl-path-near" aria-label={m.paths_near()}>
        {before ? (
          <p>
            <span className="sl-meta">{m.paths_before()}</span>
            <Link to={`${home}/${before.id}`}>{before.title}</Link>
          </p>
        ) : null}
        <p>
          <span className="sl-meta">{after ? m.paths_after() : m.paths_back()}</span>
          {after ? <Link to={`${home}/${after.id}`}>{after.title}</Link> : <Link to={`${home}#joint`}>{m.paths_joint()}</Link>}
        </p>
      </nav>
    </Page>
  )
}
