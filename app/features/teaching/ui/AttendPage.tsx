// Where the link and the QR code lead: "I took part". Works signed out, without cookies and scripts; opening it counts nobody.
import { Link, Form as PlainForm } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, Page, PageHead, SubmitButton } from '#app/ui/index.ts'
import type { Attending } from '../queries/links.server.ts'
import { learnersWords } from './words.ts'

type Props = { attending: Attending; signIn: string; id: string; refusal: string | null }

export function AttendPage({ attending, signIn, id, refusal }: Props) {
  const { session, confirmed, me } = attending
  return (
    <Page width="read">
      <PageHead
        eyebrow={m.teaching_attend_eyebrow()}
        title={session.subject}
        lang={session.language}
        lead={m.teaching_attend_lead({ name: session.teacher ?? m.teaching_somebody(), day: formatDay(session.taughtOn) })}
        facts={[
          <span key="where" lang={session.unit?.language ?? session.language}>
            {session.unit?.name ?? session.place}
          </span>,
          learnersWords({ confirmed, learners: session.learners }),
        ]}
      />
      {refusal ? (
        <Notice tone="error" announce>
          <p>{refusal}</p>
        </Notice>
      ) : null}
      {attending.stand === 'confirmed' ? (
        <Thanks sessionId={attending.sessionId} signIn={me ? null : signIn} />
      ) : (
        <Confirm attending={attending} id={id} signIn={signIn} />
      )}
    </Page>
  )
}

function Thanks({ sessionId, signIn }: { sessionId: string | null; signIn: string | null }) {
  return (
    <Notice tone="success" announce>
      <p>{m.teaching_attend_thanks()}</p>
      {sessionId ? (
        <p>
          <Link to={`/teaching/new?from=${sessionId}`}>{m.teaching_attend_on()}</Link>
        </p>
      ) : null}
      {signIn ? <p>{m.teaching_attend_counted()}</p> : null}
    </Notice>
  )
}

function Confirm({ attending, id, signIn }: Pick<Props, 'attending' | 'id' | 'signIn'>) {
  const { stand, me } = attending
  if (stand === 'own') return <Notice>{m.teaching_attend_own()}</Notice>
  if (stand === 'full') return <Notice>{m.teaching_attend_full()}</Notice>
  return (
    <div className="sl-stack">
      <p>{me ? m.teaching_attend_as({ name: me }) : m.teaching_attend_visitor()}</p>
      <PlainForm method="post">
        <input type="hidden" name="id" value={id} />
        <SubmitButton>{m.teaching_confirm()}</SubmitButton>
      </PlainForm>
      {me ? null : (
        <p>
          {m.teaching_attend_account()}{' '}
          <ButtonLink to={signIn} variant="quiet">
            {m.teaching_attend_sign_in()}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}
