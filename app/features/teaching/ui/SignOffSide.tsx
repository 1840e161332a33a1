// Beside the teacher's own session: two ways to have it signed off, and who has answered.
import { CheckmarkCircleIcon, CircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons'
import { Form as PlainForm } from '@remix-run/react'
import { formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, SubmitButton } from '#app/ui/index.ts'
import type { SessionPage } from '../queries/log.server.ts'
import { learnersWords, sessionAddress } from './words.ts'

type Mine = NonNullable<SessionPage['mine']>

export function SignOffSide({ session, can, mine }: SessionPage & { mine: Mine }) {
  return (
    <>
      <CardSection id="learners" title={m.teaching_by_learners()} tone="meet">
        <p>{m.teaching_by_learners_text()}</p>
        <p>
          <strong>{learnersWords(session)}</strong>
        </p>
        <Named people={mine.people} />
        {mine.others > 0 ? <p className="sl-meta">{m.teaching_others({ count: mine.others })}</p> : null}
        {session.visitors > 0 ? <p className="sl-meta">{m.teaching_visitors({ count: session.visitors })}</p> : null}
        {can.invite ? (
          <ButtonLink to={sessionAddress(session.id, 'link')} variant="secondary">
            {m.teaching_link_make()}
          </ButtonLink>
        ) : null}
      </CardSection>
      <CardSection id="manager" title={m.teaching_by_manager()}>
        <ByManager session={session} can={can} managers={mine.managers} />
      </CardSection>
    </>
  )
}

function Named({ people }: Pick<Mine, 'people'>) {
  if (people.length === 0) return null
  return (
    <ul className="sl-path-seen">
      {people.map(({ name, confirmed, declined }) => (
        <li key={name}>
          {confirmed ? <CheckmarkCircleIcon aria-hidden className="sl-path-done" /> : null}
          {declined ? <XMarkOctagonIcon aria-hidden /> : null}
          {confirmed || declined ? null : <CircleIcon aria-hidden />}
          <span>{answerWords(name, confirmed, declined)}</span>
        </li>
      ))}
    </ul>
  )
}

function answerWords(name: string, confirmed: boolean, declined: boolean): string {
  if (confirmed) return m.teaching_named_confirmed({ name })
  return declined ? m.teaching_named_declined({ name }) : m.teaching_named_waiting({ name })
}

function ByManager({ session, can, managers }: Pick<SessionPage, 'session' | 'can'> & { managers: Mine['managers'] }) {
  const names = managers.names.length > 0 ? formatList(managers.names) : m.teaching_by_manager_unnamed()
  if (session.signOff === 'signed') return <p>{m.teaching_by_manager_signed()}</p>
  if (managers.count === 0) return <p>{m.teaching_by_manager_none()}</p>
  if (!can.ask) return <p>{m.teaching_by_manager_waits({ names })}</p>
  return (
    <PlainForm method="post" action={sessionAddress(session.id, 'request')} className="sl-stack-s">
      <p>{m.teaching_by_manager_text({ names })}</p>
      <div>
        <SubmitButton variant="secondary">{m.teaching_ask()}</SubmitButton>
      </div>
    </PlainForm>
  )
}
