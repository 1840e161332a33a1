// The paths that one may read, whoever made them; for those who write paths, theirs first.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDay, formatList, languageName } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Chip, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Time } from '../rules/time.ts'
import type { Audience } from '../words.ts'
import { addressOf, hoursWords, timeWords } from './words.ts'

type Listed = {
  id: string
  version: number
  publishedAt: Date
  audience: Audience
  language: Locale
  languages: Locale[]
  title: string
  words: string | null
  by: string
  minutes: Time
}

type Written = {
  id: string
  owner: string
  title: string
  language: Locale
  begun: boolean
  savedAt: Date | null
  published: number
}

/** `mine`: to the reader's own walks; nothing for visitors. */
export type PathListProps = { paths: Listed[]; writing: Written[]; mayStart: boolean; mine: ReactNode }

export function PathList({ paths, writing, mayStart, mine }: PathListProps) {
  return (
    <Page>
      <PageHead title={m.paths_nav()} lead={m.paths_list_lead()}>
        {mine || mayStart ? (
          <div className="sl-row">
            {mine}
            {mayStart ? (
              <>
                <ButtonLink to="/paths/new" variant="secondary">
                  {m.paths_list_new()}
                </ButtonLink>
                <ButtonLink to="/paths/import" variant="secondary">
                  {m.paths_import()}
                </ButtonLink>
              </>
            ) : null}
          </div>
        ) : null}
      </PageHead>
      {writing.length > 0 ? (
        <Section id="writing" title={m.paths_list_writing()}>
          <ul className="sl-path-steps">
            {writing.map((one) => (
              <li key={one.id}>
                <Link to={addressOf(one.id, 'edit')} lang={one.language}>
                  {one.title}
                </Link>
                <span className="sl-meta">{standing(one)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="paths" title={m.paths_list_read()}>
        <ul className="sl-path-list">
          {paths.map((path) => (
            <li key={path.id} className="sl-card sl-stack-s">
              <h3 lang={path.language}>
                <Link to={addressOf(path.id)}>{path.title}</Link>
              </h3>
              {path.words ? <p lang={path.language}>{path.words}</p> : null}
              <p className="sl-meta">
                {path.audience === 'network' ? <Chip>{m.paths_list_network()}</Chip> : null} {path.by} ·{' '}
                {formatList(path.languages.map(languageName))} · {timeWords(path.minutes, hoursWords).join(', ')} ·{' '}
                {m.paths_version_of({ number: path.version, day: formatDay(dayAt(path.publishedAt, HOME_ZONE)) })}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function standing({ owner, begun, savedAt, published }: Written): string {
  const day = savedAt ? formatDay(dayAt(savedAt, HOME_ZONE)) : null
  const parts = [
    owner,
    published > 0 ? m.paths_version_number({ number: published }) : m.paths_list_unpublished(),
    ...(begun && day ? [m.paths_list_draft({ day })] : []),
  ]
  return parts.join(' · ')
}
