// Everything that was answered, before it is sent for good.
import { m } from '#app/paraglide/messages.js'
import { Concerning, Page, SubmitButton } from '#app/ui/index.ts'
import type { Questionnaire } from '../queries.server.ts'
import { type Answer, type Answers, askedItems } from '../rules/answers.ts'
import type { Item, Scales } from '../rules/instrument.ts'
import { Anonymous, LanguageChoice, Travelling } from './questionnaire-parts.tsx'
import { answerWords, inWords } from './words.ts'

type Props = { questionnaire: Questionnaire; answers: Answers; missing: readonly string[] }

export function Review({ questionnaire, answers, missing }: Props) {
  const asked = askedItems(questionnaire.instrument, answers)
  return (
    <Page width="read">
      <Travelling answers={answers} at="review">
        <div className="sl-stack-s">
          <h1>{m.evaluations_review_title()}</h1>
          <p className="sl-lead">{m.evaluations_review_lead()}</p>
        </div>
        {missing.length > 0 ? <Missing items={asked.filter(({ id }) => missing.includes(id))} /> : null}
        <dl className="sl-review">
          {asked.map((item) => (
            <div key={item.id}>
              <dt>{inWords(item.text)}</dt>
              <dd>
                <Given item={item} answer={answers[item.id]} scales={questionnaire.scales} />
              </dd>
              <dd>
                <SubmitButton variant="quiet" size="small" name="go" value={`to:${item.id}`}>
                  {m.evaluations_change()}
                  <Concerning text={inWords(item.text)} />
                </SubmitButton>
              </dd>
            </div>
          ))}
        </dl>
        <div className="sl-row">
          <SubmitButton name="go" value="send">
            {m.evaluations_send()}
          </SubmitButton>
          <span className="sl-meta">{m.evaluations_send_note()}</span>
        </div>
        <Anonymous least={questionnaire.least} />
        <LanguageChoice go="review" />
      </Travelling>
    </Page>
  )
}

function Missing({ items }: { items: readonly Item[] }) {
  return (
    <div className="sl-errors" role="alert" aria-labelledby="missing">
      <h2 id="missing">{m.evaluations_review_missing({ count: items.length })}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <SubmitButton variant="quiet" size="small" name="go" value={`to:${item.id}`}>
              {inWords(item.text)}
            </SubmitButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Given({ item, answer, scales }: { item: Item; answer: Answer | undefined; scales: Scales }) {
  if (answer === undefined) return <span className="sl-meta">{m.evaluations_review_blank()}</span>
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
    return (
      <span className="sl-voice" lang={answer.language}>
        {answer.text}
      </span>
    )
  }
  return <>{answerWords(item, answer, scales)}</>
}
