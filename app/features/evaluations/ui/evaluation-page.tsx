// The evaluation of a visit: own questionnaire, how many have answered, and what both sides say of the goals.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, EmptyState, Facts, NextStep, Notice, Section, StatusChip } from '#app/ui/index.ts'
import type { EvaluationPage, Turnout } from '../queries.server.ts'
import { JudgedGoals } from './judged-goals.tsx'
import { lastDayWords, sideWords } from './words.ts'

export function EvaluationOfVisit({ page, result }: { page: EvaluationPage; result: unknown }) {
  return (
    <>
      <Own page={page} />
      <JudgedGoals page={page} result={result} />
      {page.turnouts.length > 0 ? <Turnouts page={page} /> : null}
      {page.readsFeedback ? (
        <p>
          <Link to={`/units/${page.hostUnit.id}/feedback`}>{m.evaluations_to_feedback({ unit: page.hostUnit.name })}</Link>
        </p>
      ) : null}
    </>
  )
}

function Own({ page }: { page: EvaluationPage }) {
  const { own, ownClosesAt, status, visitId, timeZone } = page
  const day = ownClosesAt ? lastDayWords(ownClosesAt, timeZone) : ''
  if (own === 'open') {
    return (
      <NextStep
        id="own"
        eyebrow={m.evaluations_own_eyebrow()}
        title={m.evaluations_own_open_title()}
        action={<ButtonLink to={`/visits/${visitId}/evaluation/answer`}>{m.evaluations_own_open_action()}</ButtonLink>}
        note={m.evaluations_intro_until({ day })}
      >
        <p>{m.evaluations_anonymous({ least: page.least })}</p>
      </NextStep>
    )
  }
  if (own === 'answered') return <Notice tone="success">{m.evaluations_own_answered()}</Notice>
  if (own === 'closed') return <Notice>{m.evaluations_own_closed({ day })}</Notice>
  if (status === 'confirmed' || status === 'preparing' || status === 'under_way') {
    return (
      <EmptyState id="own" title={m.evaluations_own_waiting_title()} glyph="evaluating">
        <p>{m.evaluations_own_waiting_body()}</p>
      </EmptyState>
    )
  }
  return <Notice>{m.evaluations_own_not_asked()}</Notice>
}

function Turnouts({ page }: { page: EvaluationPage }) {
  return (
    <Section id="turnout" title={m.evaluations_turnout_title()}>
      <div className="sl-stack">
        <p>{m.evaluations_turnout_lead()}</p>
        <Facts
          items={page.turnouts.map((turnout) => ({
            term: sideWords[turnout.side](),
            value: <TurnoutWords turnout={turnout} page={page} />,
          }))}
        />
      </div>
    </Section>
  )
}

function TurnoutWords({ turnout: { asked, answered, closed, closesAt }, page }: { turnout: Turnout; page: EvaluationPage }) {
  return (
    <div className="sl-stack-s">
      {asked === null || answered === null ? (
        <StatusChip status="hidden">{m.evaluations_turnout_hidden({ least: page.least })}</StatusChip>
      ) : (
        <span>{m.evaluations_turnout_of({ asked, answered })}</span>
      )}
      <p className="sl-meta">
        {closed ? m.evaluations_turnout_closed() : m.evaluations_turnout_until({ day: lastDayWords(closesAt, page.timeZone) })}
      </p>
    </div>
  )
}
