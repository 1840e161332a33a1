// The summary: every question a form of its own, what may be published, who stands behind it.
import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState, Notice, Section } from '#app/ui/index.ts'
import type { SummaryPage } from '../queries.server.ts'
import type { Item } from '../rules/instrument.ts'
import { offersWork, PUBLISHING_ITEM } from '../rules/summary.ts'
import { Agreement } from './summary-agreement.tsx'
import { SummaryField } from './summary-field.tsx'
import { Publishing } from './summary-publishing.tsx'
import { DecidedWorks } from './summary-works.tsx'
import { inWords } from './words.ts'

/** What a refused form brought back: of a question (conform's result), of the publishing choice, of agreeing (the reason). */
export type SummaryRefused = { result?: unknown; publishing?: boolean; agreement?: string | null }

export function SummaryOfVisit({ page, refused }: { page: SummaryPage; refused?: SummaryRefused | undefined }) {
  const early = page.status === 'confirmed' || page.status === 'preparing'
  return (
    <>
      {page.agreedAt ? <Done page={page} /> : <p className="sl-lead">{m.evaluations_summary_lead()}</p>}
      {early ? (
        <EmptyState id="waiting" title={m.evaluations_summary_waiting_title()} glyph="summarised">
          <p>{m.evaluations_summary_waiting_body()}</p>
        </EmptyState>
      ) : null}
      <Section id="answers" title={page.agreedAt ? m.evaluations_summary_title_read() : m.evaluations_summary_title()}>
        <div className="sl-stack">
          {page.instrument.items
            .filter(({ id }) => id !== PUBLISHING_ITEM)
            .map((item) => (
              <Fragment key={item.id}>
                <Part item={item} page={page} result={refused?.result} />
                {offersWork(item) ? (
                  <DecidedWorks page={page} answered={page.answers.some((one) => one.item === item.id && one.value !== '')} />
                ) : null}
              </Fragment>
            ))}
        </div>
      </Section>
      <Section id="publishing" title={m.evaluations_summary_publish_title()}>
        <div className="sl-stack">
          {page.instrument.items
            .filter(({ id }) => id === PUBLISHING_ITEM)
            .map((item) => (
              <Part key={item.id} item={item} page={page} result={refused?.result} />
            ))}
          <Publishing page={page} changed={refused?.publishing === true} />
        </div>
      </Section>
      {page.agreedAt || early ? null : <Agreement page={page} refused={refused?.agreement ?? null} />}
    </>
  )
}

function Done({ page }: { page: SummaryPage }) {
  return (
    <Notice tone="success">
      <p>{m.evaluations_summary_done({ time: page.agreedAt ? formatInstant(page.agreedAt, page.timeZone) : '' })}</p>
      {page.postId ? (
        <p>
          <Link to={`/visits/${page.visitId}/blog/${page.postId}`}>{m.evaluations_summary_to_post()}</Link>
        </p>
      ) : null}
    </Notice>
  )
}

function Part({ item, page, result }: { item: Item; page: SummaryPage; result: unknown }) {
  if (page.writes) return <SummaryField item={item} page={page} result={result} />
  const answer = page.answers.find((one) => one.item === item.id)
  const chosen = item.options?.find(({ key }) => key === answer?.value)
  return (
    <section aria-labelledby={item.id} className="sl-card sl-stack-s">
      <h3 id={item.id}>{inWords(item.text)}</h3>
      {answer?.value ? (
        <>
          {chosen ? (
            <p>{inWords(chosen.label)}</p>
          ) : (
            <p className="sl-voice sl-lines" lang={answer.language}>
              {answer.value}
            </p>
          )}
          <p className="sl-meta">
            {m.evaluations_summary_saved_by({ name: answer.writtenName, time: formatInstant(answer.writtenAt, page.timeZone) })}
          </p>
        </>
      ) : (
        <p className="sl-meta">{m.evaluations_summary_no_answer()}</p>
      )}
    </section>
  )
}
