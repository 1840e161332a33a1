// Who stands behind a path, which version it is, and whose path it was made from.
import { Link } from '@remix-run/react'
import { formatDay, formatList, languageName } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Facts, Notice, Section } from '#app/ui/index.ts'
import type { Attribution } from '../rules/shape.ts'
import type { Audience } from '../words.ts'
import { addressOf, resultsAddress } from './words.ts'

export type VersionFacts = {
  number: number
  by: string
  languages: Locale[]
  audience: Audience
  publishedAt: Date
  /** The newest one the reader may read; null when this is it, or there is none. */
  newest: number | null
  /** `to`: null for a path that the reader cannot open here. */
  madeFrom: (Attribution & { to: string | null })[]
  /** How many versions the reader may read. */
  versions: number
  /** For those who write it. */
  mayEdit: boolean
  /** A draft that is looked at: there is nothing to compare, copy or save yet. */
  isDraft: boolean
  /** How many people's answers about it are shown. */
  answers: number
}

export function AboutVersion({ pathId, version }: { pathId: string; version: VersionFacts }) {
  const { number, by, languages, audience, publishedAt, madeFrom, versions, mayEdit, isDraft, answers } = version
  return (
    <Section id="version" title={m.paths_version()}>
      <div className="sl-stack">
        <Facts
          items={[
            { term: m.paths_version_by(), value: by },
            {
              term: m.paths_version(),
              value: m.paths_version_of({ number, day: formatDay(dayAt(publishedAt, HOME_ZONE)) }),
            },
            { term: m.paths_field_languages(), value: formatList(languages.map(languageName)) },
            {
              term: m.paths_audience(),
              value: audience === 'everyone' ? m.paths_audience_everyone() : m.paths_audience_network(),
            },
          ]}
        />
        {madeFrom.length > 0 ? (
          <div>
            <p>{m.paths_made_from()}</p>
            <ul className="sl-list">
              {madeFrom.map((one) => (
                <li key={`${one.pathId} ${one.version}`}>
                  {one.to ? <Link to={one.to}>{one.title}</Link> : one.title}, {one.by} (
                  {m.paths_version_number({ number: one.version })})
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {versions > 1 ? (
          <p>
            <Link to={addressOf(pathId, 'versions')}>{m.paths_versions_link({ count: versions })}</Link>
          </p>
        ) : null}
        {answers > 0 ? (
          <p>
            <Link to={resultsAddress(pathId, number)}>
              {m.paths_results()} ({m.paths_results_answers({ count: answers })})
            </Link>
          </p>
        ) : null}
        {isDraft ? null : <GoOn pathId={pathId} compares={versions > 1 || madeFrom.length > 0} />}
        {mayEdit ? (
          <p>
            <Link to={addressOf(pathId, 'edit')}>{m.paths_edit_link()}</Link>
          </p>
        ) : null}
      </div>
    </Section>
  )
}

/** What can be done with a path beside reading it. */
function GoOn({ pathId, compares }: { pathId: string; compares: boolean }) {
  return (
    <ul className="sl-list">
      {compares ? (
        <li>
          <Link to={addressOf(pathId, 'changes')}>{m.paths_changes()}</Link>
        </li>
      ) : null}
      <li>
        <Link to={addressOf(pathId, 'copy')}>{m.paths_copy()}</Link>
      </li>
      <li>
        <Link to={addressOf(pathId, 'file')} reloadDocument>
          {m.paths_file()}
        </Link>
      </li>
    </ul>
  )
}

/** Told to whoever reads a version that another one has followed. */
export function OlderVersion({ pathId, version }: { pathId: string; version: VersionFacts }) {
  if (version.newest === null) return null
  return (
    <Notice>
      <p>
        {m.paths_version_older({ number: version.number, newest: version.newest })}{' '}
        <Link to={addressOf(pathId)}>{m.paths_version_newest()}</Link>
      </p>
    </Notice>
  )
}
