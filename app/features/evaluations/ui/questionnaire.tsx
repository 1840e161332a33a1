// The anonymous questionnaire: start, one question a page, look through, send. Plain forms; the answers travel in them.
import { ArrowLeftIcon, ArrowRightIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Page, Progress, SubmitButton } from '#app/ui/index.ts'
import type { Questionnaire } from '../queries.server.ts'
import type { Answers } from '../rules/answers.ts'
import { answerField, type Problem, type Page as Step, toField } from '../rules/pages.ts'
import { Question } from './question.tsx'
import { Anonymous, LanguageChoice, Travelling } from './questionnaire-parts.tsx'
import { Review } from './review.tsx'
import { inWords, lastDayWords } from './words.ts'

/** What a press answered: the page to show and the answers on the way. */
export type Turned = { page: Step; answers: Answers; typed: string; unusable: boolean }

export function QuestionnairePages({ questionnaire, turned }: { questionnaire: Questionnaire; turned: Turned | undefined }) {
  const page = turned?.page ?? { kind: 'start' as const }
  const answers = turned?.answers ?? {}
  if (page.kind === 'start') return <Start questionnaire={questionnaire} answers={answers} />
  if (page.kind === 'review') return <Review questionnaire={questionnaire} answers={answers} missing={page.missing} />
  return <QuestionPage questionnaire={questionnaire} answers={answers} page={page} turned={turned} />
}

function Head({ questionnaire, children }: { questionnaire: Questionnaire; children?: ReactNode }) {
  return (
    <div className="sl-stack-s">
      <h1 className="sl-q__title">{inWords(questionnaire.instrument.title)}</h1>
      <p className="sl-meta">
        <span lang={questionnaire.visitLanguage}>{questionnaire.visitTitle}</span> · {questionnaire.hostUnitName}
      </p>
      {children}
    </div>
  )
}

function Start({ questionnaire, answers }: { questionnaire: Questionnaire; answers: Answers }) {
  const { instrument, closesAt, least } = questionnaire
  const count = instrument.items.filter(({ showIf }) => !showIf).length
  return (
    <Page width="read">
      <Travelling answers={answers} at="start">
        <Head questionnaire={questionnaire}>
          <p>
            {m.evaluations_intro_count({ count })}{' '}
            {m.evaluations_intro_until({ day: lastDayWords(closesAt, questionnaire.timeZone) })}
          </p>
        </Head>
        <SubmitButton name="go" value="next" wide icon={null}>
          {m.evaluations_start()}
        </SubmitButton>
        <section aria-labelledby="how" className="sl-card sl-stack">
          <h2 id="how">{m.evaluations_intro_how_title()}</h2>
          <ul className="sl-list">
            <li>{m.evaluations_anonymous({ least })}</li>
            <li>{m.evaluations_intro_how_once()}</li>
            <li>{m.evaluations_intro_how_kept()}</li>
            <li>{m.evaluations_intro_how_patients()}</li>
            <li>{m.evaluations_intro_how_apart()}</li>
          </ul>
        </section>
        <LanguageChoice go="stay" />
      </Travelling>
    </Page>
  )
}

type QuestionStep = Extract<Step, { kind: 'question' }>

function QuestionPage({
  questionnaire,
  answers,
  page,
  turned,
}: {
  questionnaire: Questionnaire
  answers: Answers
  page: QuestionStep
  turned: Turned | undefined
}) {
  const { item, number, total } = page
  const known = answers[item.id]
  const value = turned?.typed || (known === undefined ? undefined : toField(known))
  const problem = turned?.unusable ? m.common_error_characters() : page.problem ? problemWords[page.problem]() : undefined
  const canReview = questionnaire.instrument.items.every(
    (one) => one.id === item.id || !one.required || answers[one.id] !== undefined,
  )
  return (
    <Page width="read">
      <Travelling answers={answers} at={item.id} without={item.id}>
        <Head questionnaire={questionnaire}>
          <Progress value={number} max={total}>
            <strong>{m.evaluations_question_of({ number, total })}</strong>
          </Progress>
        </Head>
        <div className="sl-question">
          <Question
            item={item}
            scales={questionnaire.scales}
            name={answerField(item.id)}
            value={value}
            problem={problem}
            help={item.type === 'free_text' ? m.evaluations_intro_how_patients() : undefined}
          />
        </div>
        <div className="sl-stack-s">
          <SubmitButton name="go" value="next" wide>
            <span className="sl-q__next">
              {m.evaluations_next()} <ArrowRightIcon aria-hidden />
            </span>
          </SubmitButton>
          <div className="sl-row sl-row--between">
            <SubmitButton name="go" value="previous" variant="quiet" icon={<ArrowLeftIcon aria-hidden />}>
              {m.evaluations_previous()}
            </SubmitButton>
            {canReview ? (
              <SubmitButton name="go" value="review" variant="quiet">
                {m.evaluations_to_review()}
              </SubmitButton>
            ) : null}
            {item.required ? null : (
              <SubmitButton name="go" value="skip" variant="quiet">
                {m.evaluations_skip()}
              </SubmitButton>
            )}
          </div>
        </div>
        <Anonymous least={questionnaire.least} />
        <LanguageChoice go="stay" />
      </Travelling>
    </Page>
  )
}

const problemWords: Record<Problem, () => string> = {
  required: m.evaluations_error_required,
  too_long: m.evaluations_error_too_long,
  unusable: m.evaluations_error_unusable,
}
