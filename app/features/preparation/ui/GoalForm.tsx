// One goal on its own page, of either side: added, changed, proposed, or taken away.
import { Link } from '@remix-run/react'
import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { m } from '#app/paraglide/messages.js'
import { Form, HiddenField, Notice, SelectField, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { GoalPage } from '../queries/find-goal-page.server.ts'
import type { Written } from '../words.ts'

type Input = { id: string; base: string; text: string; language: string }

type Props = { page: GoalPage; freshId: string; language: string; result: unknown; theirs?: Written | undefined }

export function GoalForm({ page, freshId, language, result, theirs }: Props) {
  const { goal, proposes, hostUnit, visitId } = page
  const defaultValue = {
    id: goal?.id ?? freshId,
    base: page.version,
    text: goal?.text ?? '',
    language: goal?.language ?? language,
  }
  const [form, fields] = useSlForm<Input>(result, { id: 'goal', defaultValue })
  return (
    <div className="sl-stack-l sl-prep__page">
      <div className="sl-stack">
        <h2>{goal ? m.preparation_goal_edit_title() : m.preparation_goal_new_title()}</h2>
        {proposes ? (
          <Notice>
            <p>{m.preparation_locked_note({ unit: hostUnit })}</p>
          </Notice>
        ) : null}
      </div>
      <Form form={form}>
        <HiddenField field={fields.id} />
        <HiddenField field={fields.base} {...(theirs ? { value: theirs.version } : {})} />
        {theirs ? (
          <div className="sl-conflict sl-stack-s" role="alert">
            <p>{theirs.by ? m.preparation_conflict({ name: theirs.by }) : m.preparation_conflict_somebody()}</p>
            <p className="sl-voice" lang={goal?.language}>
              {theirs.text}
            </p>
            <p className="sl-meta">{m.preparation_conflict_save()}</p>
          </div>
        ) : null}
        <TextArea field={fields.text} label={m.preparation_goal_label()} help={m.preparation_goal_help()} voice rows={4} />
        <SelectField field={fields.language} label={m.preparation_goal_language()} options={writingLanguages(goal?.language)} />
        <div className="sl-row">
          <SubmitButton>{proposes ? m.preparation_goal_propose({ unit: hostUnit }) : m.preparation_goal_save()}</SubmitButton>
          <Link to={`/visits/${visitId}`}>{m.preparation_to_visit()}</Link>
        </div>
      </Form>
      {goal ? <Removal page={page} goalId={goal.id} /> : null}
    </div>
  )
}

function Removal({ page, goalId }: { page: GoalPage; goalId: string }) {
  const [form] = useSlForm(undefined, { id: 'removal' })
  return (
    <Form form={form} action={`/visits/${page.visitId}/goals/${goalId}/withdrawal`} className="sl-card sl-card--quiet">
      <p>{m.preparation_goal_remove_help()}</p>
      <SubmitButton variant="danger">
        {page.proposes ? m.preparation_goal_remove_propose() : m.preparation_goal_remove()}
      </SubmitButton>
    </Form>
  )
}
