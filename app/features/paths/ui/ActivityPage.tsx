// One activity: something to read, see or think about, and something to do at work.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import type { Activity, Track } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { ActivityBody } from './ActivityBody.tsx'
import { useKeeping } from './kept.ts'
import { OtherLanguage, PathLanguage, Said } from './language.tsx'
import { addressOf, kindName, minutesWords, trackName } from './words.ts'

type Near = { id: string; title: string } | null

export type ActivityPageProps = {
  language: Locale
  path: { id: string; title: string }
  module: { id: string; title: string; joint: boolean }
  activity: Spoken<Activity>
  track: Track
  before: Near
  after: Near
  sheet: { id: string; title: string } | null
  /** For those who walk: to tick it off. */
  done?: ReactNode
  /** For those who walk: what the activity's kind asks of them. */
  own?: ReactNode
}

export function ActivityPage({ language, path, module, activity, track, before, after, sheet, done, own }: ActivityPageProps) {
  const keep = useKeeping()
  const home = addressOf(path.id, module.id)
  return (
    <PathLanguage language={language}>
      <Page width="read">
        <PageHead
          title={<Said>{activity.title}</Said>}
          facts={[
            trackName(track),
            ...(activity.kind === 'study' ? [] : [kindName(activity.kind)]),
            minutesWords(activity.minutes),
          ]}
          crumbs={[
            { to: keep(addressOf(path.id)), label: <Said>{path.title}</Said> },
            { to: keep(home), label: <Said>{module.title}</Said> },
            { label: m.paths_activity() },
          ]}
        >
          <OtherLanguage />
        </PageHead>
        <ActivityBody activity={activity} sheet={sheet} pathId={path.id} moduleId={module.id} own={own} />
        {done}
        <nav className="sl-path-near" aria-label={m.paths_near()}>
          {before ? (
            <p>
              <span className="sl-meta">{m.paths_before()}</span>
              <Link to={keep(`${home}/${before.id}`)}>
                <Said>{before.title}</Said>
              </Link>
            </p>
          ) : null}
          <p>
            <span className="sl-meta">{after ? m.paths_after() : m.paths_back()}</span>
            {after ? (
              <Link to={keep(`${home}/${after.id}`)}>
                <Said>{after.title}</Said>
              </Link>
            ) : (
              <Link to={keep(module.joint ? `${home}#joint` : home)}>{module.joint ? m.paths_joint() : module.title}</Link>
            )}
          </p>
        </nav>
      </Page>
    </PathLanguage>
  )
}
