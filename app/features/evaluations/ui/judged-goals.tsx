// Goal by goal, host and guest side by side. The reader's own side can be written as long as the visit is not summarised.
import type { Side } from '#app/features/visits/rules/words.ts'
import { formatInstant, languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  Chip,
  EmptyState,
  Fold,
  Form,
  GoalCard,
  RadioField,
  Section,
  StatusChip,
  SubmitButton,
  TextArea,
  useSlForm,
  Who,
} from '#app/ui/index.ts'
import type { EvaluationPage, JudgedGoal, Judgement } from '../queries.server.ts'
import type { JudgementInput } from '../rules/judgement.ts'
import { judgementScale } from '../words.ts'
import { useHeld } from './useHeld.ts'
import { accordWords, levelWords } from './words.ts'

export function JudgedGoals({ page, result }: { page: EvaluationPage; result: unknown }) {
  const { goals, judges, status } = page
  const over = status === 'summarised' || status === 'followed_up' || status === 'closed'
  return (
    <Section id="goals" title={m.evaluations_goals_title()}>
      <div className="sl-stack">
        <p>{over ? m.evaluations_goals_locked() : m.evaluations_goals_lead()}</p>
        {!over && judges === null && goals.length > 0 ? <p className="sl-meta">{m.evaluations_goals_not_yet()}</p> : null}
        {goals.length === 0 ? (
          <EmptyState id="no-goals" level={3} title={m.evaluations_goals_empty_title()}>
            <p>{m.evaluations_goals_empty_body()}</p>
          </EmptyState>
        ) : null}
        {goals.map((goal) => (
          <Goal key={goal.id} goal={goal} page={page} result={result} />
        ))}
      </div>
    </Section>
  )
}

function Goal({ goal, page, result }: { goal: JudgedGoal; page: EvaluationPage; result: unknown }) {
  const name = goal.authorName ?? (goal.side === 'guest' ? m.evaluations_goal_by_guests() : m.evaluations_goal_by_hosts())
  const about = goal.side === 'guest' ? m.evaluations_goal_guest() : m.evaluations_goal_host()
  return (
    <div id={`goal-${goal.id}`}>
      <GoalCard
        who={<Who name={name} about={about} side={goal.side} />}
        chip={
          goal.language === getLocale() ? null : (
            <Chip tone="quiet">{m.evaluations_written_in({ language: languageName(goal.language) })}</Chip>
          )
        }
        text={goal.text}
        lang={goal.language}
      >
        <div className="sl-grid sl-grid--2">
          <Said side="guest" judgement={goal.guest} timeZone={page.timeZone} />
          <Said side="host" judgement={goal.host} timeZone={page.timeZone} />
        </div>
        <Accord goal={goal} open={page.judges !== null} />
        {page.judges ? <Judge goal={goal} side={page.judges} result={result} /> : null}
      </GoalCard>
    </div>
  )
}

function Said({ side, judgement, timeZone }: { side: Side; judgement: Judgement | null; timeZone: string }) {
  return (
    <div className={`sl-said sl-said--${side} sl-stack-s`}>
      <h4 className="sl-eyebrow">{side === 'host' ? m.evaluations_by_hosts() : m.evaluations_by_guests()}</h4>
      {judgement ? (
        <>
          <p className="sl-said__level">{levelWords[judgement.level]()}</p>
          {judgement.comment ? (
            <p className="sl-voice" lang={judgement.language}>
              {judgement.comment}
            </p>
          ) : null}
          <p className="sl-meta">
            {m.evaluations_judged_by({ name: judgement.judgedName, time: formatInstant(judgement.judgedAt, timeZone) })}
          </p>
        </>
      ) : (
        <p className="sl-meta">{m.evaluations_not_judged()}</p>
      )}
    </div>
  )
}

function Accord({ goal: { accord }, open }: { goal: JudgedGoal; open: boolean }) {
  if (accord === 'waiting') return null
  if (accord !== 'apart') {
    return (
      <div>
        <Chip>{accordWords[accord]()}</Chip>
      </div>
    )
  }
  return (
    <div className="sl-row">
      <StatusChip status="unsure">{accordWords.apart()}</StatusChip>
      {open ? <span className="sl-meta">{m.evaluations_accord_apart_why()}</span> : null}
    </div>
  )
}

function Judge({ goal, side, result }: { goal: JudgedGoal; side: Side; result: unknown }) {
  const { held: own, watch } = useHeld(goal[side])
  const refused = isFor(goal.id, result)
  const form = (
    <div {...watch}>
      <JudgeForm key={own?.version ?? 0} goal={goal} side={side} own={own} result={refused ? result : undefined} />
    </div>
  )
  if (own === null) return form
  return (
    <Fold summary={m.evaluations_judge_change()} open={refused}>
      {form}
    </Fold>
  )
}

function JudgeForm({ goal, side, own, result }: { goal: JudgedGoal; side: Side; own: Judgement | null; result: unknown }) {
  const [form, fields] = useSlForm<JudgementInput & { goalId: string }>(result, {
    id: `judge-${goal.id}`,
    defaultValue: { level: own?.level, comment: own?.comment ?? '' },
  })
  const sideName = side === 'host' ? m.evaluations_as_host() : m.evaluations_as_guest()
  return (
    <Form form={form}>
      <RadioField
        field={fields.level}
        row
        label={m.evaluations_judge_legend({ side: sideName })}
        choices={judgementScale.map((level) => ({ value: level, label: levelWords[level]() }))}
      />
      <TextArea field={fields.comment} label={m.evaluations_judge_comment()} optional voice />
      <SubmitButton variant="secondary">{m.evaluations_judge_save()}</SubmitButton>
      <input type="hidden" name="goalId" value={goal.id} />
      <input type="hidden" name="version" value={own?.version ?? 0} />
    </Form>
  )
}

/** Does the refused form belong to this goal? */
function isFor(goalId: string, result: unknown): boolean {
  if (typeof result !== 'object' || result === null || !('initialValue' in result)) return false
  const typed = result.initialValue
  return typeof typed === 'object' && typed !== null && 'goalId' in typed && typed.goalId === goalId
}
