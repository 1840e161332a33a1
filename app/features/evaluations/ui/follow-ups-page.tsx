// Follow-ups of a visit: own form while a round is open, and what everybody said, goal by goal.
import type { ReactNode } from 'react'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { Card, Chip, EmptyState, Fold, Notice, Section, Who } from '#app/ui/index.ts'
import type { FollowUpRefused } from '../forms.server.ts'
import type { Followed, FollowUpsPage, RoundPage, SaidInRound } from '../queries.server.ts'
import { FollowUpFields } from './follow-up-form.tsx'
import { answerWords, inWords, lastDayWords, progressWords } from './words.ts'

type Props = { page: FollowUpsPage }

export function FollowUpsOfVisit({ page, refused, saved }: Props & { refused: FollowUpRefused | undefined; saved: boolean }) {
  return (
    <>
      <p className="sl-lead">{m.evaluations_follow_up_lead()}</p>
      {saved ? (
        <Notice tone="success" announce>
          {m.evaluations_follow_up_saved()}
        </Notice>
      ) : null}
      {page.form ? <OwnForm page={page} refused={refused} /> : null}
      {page.rounds.length > 0 ? <Rounds page={page} /> : null}
      <Ahead page={page} />
    </>
  )
}

function OwnForm({ page, refused }: Props & { refused: FollowUpRefused | undefined }) {
  const { form, ownAnsweredAt, timeZone } = page
  if (!form) return null
  const fields = <FollowUpFields form={form} refused={refused} />
  return (
    <Section id="own" title={m.evaluations_follow_up_form_title()}>
      {ownAnsweredAt ? (
        <Fold
          summary={m.evaluations_follow_up_own({ time: formatInstant(ownAnsweredAt, timeZone) })}
          open={refused !== undefined}
        >
          {fields}
        </Fold>
      ) : (
        fields
      )}
    </Section>
  )
}

function Rounds({ page }: Props) {
  const goals = page.followed.filter(({ kind }) => kind === 'goal')
  const works = page.followed.filter(({ kind }) => kind === 'improvement_work')
  return (
    <>
      <Section id="rounds" title={m.evaluations_follow_up_by_goal()}>
        <div className="sl-stack">
          {page.rounds.map((round) => (
            <p key={round.id} className="sl-meta">
              {m.evaluations_round_name({ months: round.months })}:{' '}
              {m.evaluations_round_said({ said: round.said.length, asked: round.asked })} ·{' '}
              {round.closed
                ? m.evaluations_round_closed()
                : m.evaluations_round_until({ day: lastDayWords(round.closesAt, page.timeZone) })}
            </p>
          ))}
          {goals.map((goal) => (
            <SaidOf key={goal.id} followed={goal} rounds={page.rounds} />
          ))}
        </div>
      </Section>
      {works.length > 0 ? (
        <Section id="works" title={m.evaluations_follow_up_by_work()}>
          <div className="sl-stack">
            {works.map((work) => (
              <SaidOf key={work.id} followed={work} rounds={page.rounds} />
            ))}
          </div>
        </Section>
      ) : null}
      <Section id="questions" title={m.evaluations_follow_up_by_question()}>
        <div className="sl-stack">
          {page.instrument.items.map((item) => (
            <Card key={item.id}>
              <h3>{inWords(item.text)}</h3>
              <Voices
                rounds={page.rounds}
                words={(one) => {
                  const answer = one.answers[item.id]
                  if (answer === undefined) return null
                  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
                    return (
                      <span className="sl-voice" lang={answer.language}>
                        {answer.text}
                      </span>
                    )
                  }
                  return answerWords(item, answer, page.scales)
                }}
              />
            </Card>
          ))}
        </div>
      </Section>
    </>
  )
}

function SaidOf({ followed, rounds }: { followed: Followed; rounds: readonly RoundPage[] }) {
  return (
    <Card tone={followed.kind === 'goal' ? undefined : 'guest'}>
      <h3 className="sl-voice" lang={followed.language}>
        {followed.text}
      </h3>
      <Voices
        rounds={rounds}
        words={(one) => {
          const step = one.steps.find(({ followedId }) => followedId === followed.id)
          if (!step) return null
          return (
            <>
              <Chip>{progressWords[step.progress]()}</Chip>{' '}
              {step.words ? (
                <span className="sl-voice" lang={one.language}>
                  {step.words}
                </span>
              ) : null}
            </>
          )
        }}
      />
    </Card>
  )
}

/** What people said, round by round; one sentence when nobody said anything. */
function Voices({ rounds, words }: { rounds: readonly RoundPage[]; words: (said: SaidInRound) => ReactNode }) {
  const voices = rounds.flatMap((round) =>
    round.said.flatMap((one) => {
      const said = words(one)
      return said === null ? [] : [{ key: `${round.id} ${one.participantId}`, months: round.months, one, said }]
    }),
  )
  if (voices.length === 0) return <p className="sl-meta">{m.evaluations_follow_up_silent()}</p>
  return (
    <ul className="sl-voices">
      {voices.map(({ key, months, one, said }) => (
        <li key={key} className="sl-stack-s">
          <Who name={one.name} about={m.evaluations_round_name({ months })} side={one.side} />
          <div>{said}</div>
        </li>
      ))}
    </ul>
  )
}

function Ahead({ page: { ahead } }: Props) {
  if (ahead.length === 0) return null
  return (
    <EmptyState id="ahead" title={m.evaluations_follow_up_ahead_title()} glyph="parting">
      <ul className="sl-list">
        {ahead.map(({ months, opensOn }) => (
          <li key={months}>
            {m.evaluations_round_name({ months })}: {m.evaluations_round_ahead({ day: formatDay(opensOn) })}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
