// What guests and hosts answered about visits to a unit: question by question, with the whole question, its scale and how many.
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState, Page, PageHead, Section } from '#app/ui/index.ts'
import type { FeedbackPage, SideFeedback } from '../queries.server.ts'
import type { Scales } from '../rules/instrument.ts'
import { AnswersTo, percent, WordsTo } from './feedback-question.tsx'
import { inWords } from './words.ts'

export function FeedbackOfUnit({ page }: { page: FeedbackPage }) {
  const { least, since, turnout, feedback, scales, unitId, unitName: unit } = page
  const empty = feedback.every(({ questions }) => questions.every(({ people }) => people === 0))
  return (
    <Page>
      <PageHead
        crumbs={[{ label: unit, to: `/units/${unitId}` }, { label: m.evaluations_feedback_title() }]}
        title={m.evaluations_feedback_title()}
        lead={m.evaluations_feedback_lead({ unit })}
      />
      <div className="sl-stack-s sl-feedback__rules">
        <p>{turnout ? rateWords(turnout) : m.evaluations_feedback_turnout_hidden({ least })}</p>
        <p>{m.evaluations_feedback_period({ day: formatDay(since) })}</p>
        <p className="sl-meta">{m.evaluations_feedback_rule({ least })}</p>
      </div>
      {empty ? (
        <EmptyState id="none" title={m.evaluations_feedback_none_title()} glyph="evaluating">
          <p>{m.evaluations_feedback_none_body({ least })}</p>
        </EmptyState>
      ) : (
        feedback.map((one) => <OfSide key={`${one.instrument.id} ${one.instrument.version}`} feedback={one} scales={scales} />)
      )}
    </Page>
  )
}

function rateWords({ asked, answered }: { asked: number; answered: number }): string {
  return m.evaluations_feedback_turnout({ asked, answered, percent: formatNumber(percent(answered, asked), 1) })
}

function OfSide({ feedback, scales }: { feedback: SideFeedback; scales: Scales }) {
  const { side, questions, texts, instrument } = feedback
  const written = instrument.items.filter(({ id }) => texts[id])
  return (
    <Section id={side} title={side === 'guest' ? m.evaluations_feedback_guest() : m.evaluations_feedback_host()}>
      <div className="sl-stack">
        {questions.map((question) => (
          <AnswersTo key={question.item.id} question={question} scales={scales} />
        ))}
        {written.length > 0 ? (
          <div className="sl-stack">
            <h3>{m.evaluations_feedback_texts()}</h3>
            <p className="sl-meta">{m.evaluations_feedback_texts_order()}</p>
            {written.map((item) => (
              <WordsTo key={item.id} heading={<h4>{inWords(item.text)}</h4>} words={texts[item.id] ?? []} />
            ))}
          </div>
        ) : null}
      </div>
    </Section>
  )
}
