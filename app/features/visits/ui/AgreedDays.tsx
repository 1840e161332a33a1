import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection } from '#app/ui/index.ts'
import type { VisitPage } from '../queries/visit-page.server.ts'
import { rangeOf } from '../rules/dates.ts'
import { isBefore } from '../rules/moves.ts'
import { rangeWords } from './words.ts'

/** The days that stand, and the way to move them. */
export function AgreedDays({ page }: { page: VisitPage }) {
  const { visit, me } = page
  const range = rangeOf(visit)
  if (!range) return null
  return (
    <CardSection id="agreed" title={m.visits_dates_agreed()} tone="meet">
      <p>
        <strong>{rangeWords(range)}</strong>
      </p>
      <p>{isBefore(visit) ? m.visits_dates_agreed_calendar() : m.visits_dates_closed()}</p>
      {me.coordinates && isBefore(visit) ? (
        <p>
          <ButtonLink to={`/visits/${visit.id}/new-dates`} variant="secondary">
            {m.visits_dates_change()}
          </ButtonLink>
        </p>
      ) : null}
    </CardSection>
  )
}

/** The ways to answer that take words, as far as this person has them now. */
export function OtherAnswers({ page }: { page: VisitPage }) {
  const { visit, me } = page
  const base = `/visits/${visit.id}`
  const ways = [
    ...(me.moves.includes('in_dialogue') ? [{ to: `${base}/dialogue`, label: m.visits_dialogue() }] : []),
    ...(me.moves.includes('declined') ? [{ to: `${base}/refusal`, label: m.visits_decline() }] : []),
    ...(me.moves.includes('withdrawn') ? [{ to: `${base}/withdrawal`, label: m.visits_withdraw() }] : []),
    ...(me.moves.includes('cancelled') ? [{ to: `${base}/cancellation`, label: m.visits_cancel() }] : []),
  ]
  if (ways.length === 0) return null
  return (
    <CardSection id="other-answers" title={m.visits_answer_title()} tone="quiet">
      <ul className="sl-stack-s">
        {ways.map((way) => (
          <li key={way.to}>
            <ButtonLink to={way.to} variant="quiet">
              {way.label}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
