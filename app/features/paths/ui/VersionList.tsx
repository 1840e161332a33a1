// The change log of a path: what was published when, by whom, and what was new.
import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip, Page, PageHead } from '#app/ui/index.ts'
import type { Audience } from '../words.ts'
import { PathLanguage, Said } from './language.tsx'
import { addressOf, resultsAddress } from './words.ts'

type Version = {
  number: number
  note: string
  noteLanguage: string
  publishedAt: Date
  publishedName: string | null
  audience: Audience
  /** How many people's answers to the questionnaire are shown; 0 while it is none. */
  answers: number
}

export type VersionListProps = { path: { id: string; title: string }; language: Locale; versions: Version[] }

export function VersionList({ path, language, versions }: VersionListProps) {
  return (
    <PathLanguage language={language}>
      <Page width="read">
        <PageHead
          title={m.paths_versions()}
          lead={m.paths_versions_lead()}
          crumbs={[{ to: addressOf(path.id), label: <Said>{path.title}</Said> }, { label: m.paths_versions() }]}
        />
        <ol className="sl-path-steps sl-below" reversed>
          {versions.map((one, index) => (
            <li key={one.number} className="sl-stack-s">
              <h2>
                <Link to={index === 0 ? addressOf(path.id) : `${addressOf(path.id)}?version=${one.number}`}>
                  {m.paths_version()} {one.number}
                </Link>
              </h2>
              <p className="sl-meta">
                {one.audience === 'network' ? <Chip>{m.paths_list_network()}</Chip> : null} {told(one)}
              </p>
              {index < versions.length - 1 ? (
                <p>
                  <Link to={`${addressOf(path.id, 'changes')}?from=${versions[index + 1]?.number}&to=${one.number}`}>
                    {m.paths_versions_new_in({ number: one.number })}
                  </Link>
                </p>
              ) : null}
              {one.note ? (
                <p className="sl-voice sl-path-letter" lang={one.noteLanguage}>
                  {one.note}
                </p>
              ) : null}
              {one.answers > 0 ? (
                <p>
                  <Link to={resultsAddress(path.id, one.number)}>
                    {m.paths_results()} ({m.paths_results_answers({ count: one.answers })})
                  </Link>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      </Page>
    </PathLanguage>
  )
}

function told({ publishedAt, publishedName }: Version): string {
  const day = formatDay(dayAt(publishedAt, HOME_ZONE))
  return publishedName ? m.paths_version_published_by({ day, name: publishedName }) : m.paths_version_published({ day })
}
