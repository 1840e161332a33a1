// How the preparation stands: sent or not, by when, how far; and what just happened.
import { Form, Link } from '@remix-run/react'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, Progress, SubmitButton } from '#app/ui/index.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { missingText } from './FormSummary.tsx'

/** Sent or not, by when, how far: one or two sentences. */
export function Standing({ page }: { page: PreparationPage }) {
  const { sent, dueOn, state, progress, side } = page
  if (state === 'waiting') return null
  if (sent) {
    const time = formatInstant(new Date(sent.at), page.timeZone)
    const text = sent.by ? m.preparation_sent_by({ name: sent.by, time }) : m.preparation_sent({ time })
    return <p>{state === 'over' ? `${text} ${m.preparation_over()}` : text}</p>
  }
  if (state === 'over') return <p>{m.preparation_over()}</p>
  const day = dueOn ? formatDay(dueOn) : ''
  const words = side === 'host' ? m.preparation_guests_write(progress) : m.preparation_progress(progress)
  return (
    <div className="sl-stack-s">
      <Progress value={progress.done} max={progress.of}>
        {words}
      </Progress>
      {dueOn && side === 'host' ? (
        <p>
          {m.preparation_host_due({ day })}{' '}
          {page.may.answer ? <Link to={`/visits/${page.visitId}/facts`}>{m.preparation_change_due()}</Link> : null}
        </p>
      ) : null}
      {dueOn && side !== 'host' ? (
        <p>{state === 'open' ? m.preparation_due({ day }) : m.preparation_due_passed({ day, unit: page.hostUnit })}</p>
      ) : null}
    </div>
  )
}

const doneWords: Record<string, (page: PreparationPage) => string> = {
  sent: (page) => m.preparation_sent_now({ unit: page.hostUnit }),
  proposed: (page) => m.preparation_proposed_now({ unit: page.hostUnit }),
  nothing: () => m.preparation_nothing_changed(),
  saved: () => m.preparation_saved_now(),
  answered: () => m.preparation_answered_now(),
}

export function Done({ done, page }: { done: string | null; page: PreparationPage }) {
  const words = done ? doneWords[done] : undefined
  if (!words) return null
  return (
    <Notice tone={done === 'nothing' ? 'info' : 'success'} announce>
      <p>{words(page)}</p>
    </Notice>
  )
}

/** Sending after the last day, and proposing changes once the form is locked. */
export function LateActions({ page, showMissing }: { page: PreparationPage; showMissing: boolean }) {
  if (!page.may.write || page.state !== 'locked') return null
  return (
    <div className="sl-stack">
      {showMissing && page.missing.length > 0 ? (
        <Notice tone="warning" announce>
          <p>{m.preparation_missing_title({ count: page.missing.length })}</p>
          <ul>
            {page.missing.map((id) => (
              <li key={id}>{missingText(id)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="sl-row">
        {page.sent ? null : (
          <Form method="post" action={`/visits/${page.visitId}/preparation/sending`}>
            <SubmitButton>{m.preparation_send_to({ unit: page.hostUnit })}</SubmitButton>
          </Form>
        )}
        <ButtonLink variant="secondary" to={`/visits/${page.visitId}/preparation/changes`}>
          {m.preparation_propose_title()}
        </ButtonLink>
      </div>
    </div>
  )
}
