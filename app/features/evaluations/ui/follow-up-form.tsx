// What has been introduced in practice: goal by goal, what the guests shared, five questions. One form, in the person's own name.
import { languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Chip, LanguageList, Notice, Page, plainField, RadioField, SubmitButton, TextArea } from '#app/ui/index.ts'
import type { FollowUpRefused } from '../forms.server.ts'
import type { Followed, FollowUpForm } from '../queries.server.ts'
import { type Answers, isAsked } from '../rules/answers.ts'
import { stepField, wordsField } from '../rules/follow-up.ts'
import { answerField, readAnswers, toField } from '../rules/pages.ts'
import type { FollowedKind } from '../words.ts'
import { progressSteps } from '../words.ts'
import { Question } from './question.tsx'
import { inWords, lastDayWords, progressWords } from './words.ts'

type Props = { form: FollowUpForm; refused: FollowUpRefused | undefined }

/** The whole page behind a personal link. */
export function FollowUpByLink({ form, refused, saved }: Props & { saved: boolean }) {
  return (
    <Page width="form">
      <div className="sl-stack-s">
        <h1>{form.state === 'open' ? m.evaluations_follow_up_form_title() : m.evaluations_follow_up_closed_title()}</h1>
        <p className="sl-meta">
          <span lang={form.visitLanguage}>{form.visitTitle}</span> · {form.hostUnitName} ·{' '}
          {m.evaluations_round_name({ months: form.months })}
        </p>
        <nav className="sl-languages" aria-label={m.ui_languages()}>
          <LanguageList />
        </nav>
      </div>
      {saved ? (
        <Notice tone="success" announce>
          {m.evaluations_follow_up_saved()}
        </Notice>
      ) : null}
      {form.state === 'open' ? (
        <FollowUpFields form={form} refused={refused} />
      ) : (
        <p>{m.evaluations_error_follow_up_closed()}</p>
      )}
    </Page>
  )
}

/** The form itself; posts to the page it stands on. */
export function FollowUpFields({ form, refused }: Props) {
  const { followed, closesAt } = form
  return (
    <form method="post" noValidate className="sl-form">
      <Problems form={form} refused={refused} />
      <div className="sl-stack-s">
        <p>{m.evaluations_follow_up_named()}</p>
        <p className="sl-meta">{m.evaluations_round_until({ day: lastDayWords(closesAt, form.timeZone) })}</p>
      </div>
      <Steps kind="goal" lines={followed.filter(({ kind }) => kind === 'goal')} form={form} refused={refused} />
      <Steps kind="improvement_work" lines={followed.filter(({ kind }) => kind !== 'goal')} form={form} refused={refused} />
      <Questions form={form} refused={refused} />
      <SubmitButton>{m.evaluations_follow_up_send()}</SubmitButton>
      <input type="hidden" name="version" value={form.own.version} />
    </form>
  )
}

function Problems({ form, refused }: Props) {
  const ids = Object.keys(refused?.problems ?? {})
  if (!refused) return null
  return (
    <div className="sl-errors" role="alert" aria-labelledby="problems">
      <h2 id="problems">{m.ui_errors_title({ count: Math.max(ids.length, 1) })}</h2>
      <ul>
        {refused.changed ? <li>{m.evaluations_error_follow_up_changed()}</li> : null}
        {refused.unusable ? <li>{m.common_error_characters()}</li> : null}
        {ids.map((id) => {
          const line = form.followed.find((one) => one.id === id)
          const item = form.instrument.items.find((one) => one.id === id)
          return (
            <li key={id}>
              <a href={`#${line ? `f-${id}` : id}`}>
                {line?.text ?? (item ? inWords(item.text) : id)}: {problemOf(id, refused)}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function problemOf(id: string, refused: FollowUpRefused | undefined): string | undefined {
  const problem = refused?.problems[id]
  if (problem === 'required') return m.evaluations_error_required()
  if (problem === 'step') return m.evaluations_error_step_missing()
  return problem ? m.evaluations_error_too_long() : undefined
}

function Steps({ kind, lines, form, refused }: Props & { kind: FollowedKind; lines: Followed[] }) {
  if (lines.length === 0) return null
  const isGoal = kind === 'goal'
  return (
    <section aria-labelledby={`f-${kind}`}>
      <h2 id={`f-${kind}`}>{isGoal ? m.evaluations_follow_up_goals() : m.evaluations_follow_up_works()}</h2>
      <p className="sl-help">{isGoal ? m.evaluations_follow_up_goals_help() : m.evaluations_follow_up_works_help()}</p>
      {lines.map((line) => (
        <Step key={line.id} line={line} form={form} refused={refused} />
      ))}
    </section>
  )
}

function Step({ line, form, refused }: Props & { line: Followed }) {
  const own = form.own.steps.find(({ followedId }) => followedId === line.id)
  const value = refused ? refused.fields[stepField(line.id)] : (own?.progress ?? '')
  const words = refused ? refused.fields[wordsField(line.id)] : own?.words
  const problem = problemOf(line.id, refused)
  const field = plainField(stepField(line.id), { value: value ?? '', id: `f-${line.id}` })
  return (
    <div className={`sl-card sl-stack${line.kind === 'goal' ? '' : ' sl-card--guest'}`}>
      <RadioField
        field={{ ...field, errors: problem ? [problem] : undefined }}
        row
        label={
          <span className="sl-voice" lang={line.language}>
            {line.text}
          </span>
        }
        choices={[
          ...progressSteps.map((step) => ({ value: step, label: progressWords[step]() })),
          { value: '', label: m.evaluations_progress_none(), quiet: true },
        ]}
      />
      {line.language === getLocale() ? null : (
        <div>
          <Chip tone="quiet">{m.evaluations_written_in({ language: languageName(line.language) })}</Chip>
        </div>
      )}
      <TextArea
        field={plainField(wordsField(line.id), { value: words ?? '', id: `w-${line.id}` })}
        label={m.evaluations_follow_up_words()}
        optional
        voice
        rows={2}
      />
    </div>
  )
}

function Questions({ form, refused }: Props) {
  const { instrument, own } = form
  const answers: Answers = refused ? readAnswers(instrument, refused.fields, getLocale()) : own.answers
  return (
    <section aria-labelledby="f-questions">
      <h2 id="f-questions">{m.evaluations_follow_up_questions()}</h2>
      {instrument.items.map((item) => {
        const known = answers[item.id]
        const typed = refused?.fields[answerField(item.id)]
        const value = typed ?? (known === undefined ? undefined : toField(known))
        return (
          <div key={item.id} className={item.showIf && !isAsked(instrument, item, answers) ? 'sl-follows' : undefined}>
            <Question
              item={item}
              scales={form.scales}
              name={answerField(item.id)}
              value={value}
              problem={problemOf(item.id, refused)}
            />
          </div>
        )
      })}
    </section>
  )
}
