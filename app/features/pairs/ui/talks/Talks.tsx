// The talks of a pair on its page: the next one, those that wait to be noted, and what came of the earlier ones.
import { CalendarIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Fold, Section } from '#app/ui/index.ts'
import type { TalkView } from '../../queries/talks.server.ts'
import { pairAddress, talkStandingWords, talkWhen } from '../words.ts'

type Props = { pairId: string; talks: readonly TalkView[]; canPlan: boolean }

export function Talks({ pairId, talks, canPlan }: Props) {
  if (talks.length === 0 && !canPlan) return null
  const ahead = talks.filter((talk) => talk.standing === 'ahead')
  const toNote = talks.filter((talk) => talk.standing === 'to_note')
  const earlier = talks.filter((talk) => !['ahead', 'to_note'].includes(talk.standing)).toReversed()
  return (
    <Section
      id="talks"
      title={m.pairs_talks()}
      action={talks.length > 0 ? <Link to="/pairs/calendar">{m.pairs_calendar_title()}</Link> : undefined}
    >
      <div className="sl-stack">
        {ahead.length === 0 && canPlan ? <p>{m.pairs_talks_none()}</p> : null}
        {[...toNote, ...ahead].map((talk) => (
          <Card key={talk.id} tone="meet">
            <h3>
              <Link to={pairAddress(pairId, 'talks', talk.id)}>{talkWhen(talk)}</Link>
            </h3>
            <p className="sl-path-why">
              <CalendarIcon aria-hidden />
              <span>{[talkStandingWords(talk.standing), talk.place].filter(Boolean).join(' · ')}</span>
            </p>
          </Card>
        ))}
        {canPlan ? (
          <p>
            <ButtonLink to={pairAddress(pairId, 'talks', 'new')} variant="secondary">
              {m.pairs_talk_plan()}
            </ButtonLink>
          </p>
        ) : null}
        {earlier.length > 0 ? <Earlier pairId={pairId} talks={earlier} /> : null}
      </div>
    </Section>
  )
}

function Earlier({ pairId, talks }: Omit<Props, 'canPlan'>) {
  return (
    <Fold summary={m.pairs_talks_earlier({ count: talks.length })}>
      <ul className="sl-path-steps">
        {talks.map((talk) => (
          <li key={talk.id}>
            <Link to={pairAddress(pairId, 'talks', talk.id)}>{talkWhen(talk)}</Link>
            <span className="sl-meta">{talkStandingWords(talk.standing)}</span>
            {talk.nextStep ? (
              <p className="sl-voice" lang={talk.language}>
                {talk.nextStep}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
