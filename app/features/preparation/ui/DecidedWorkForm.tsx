import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, HiddenField, SelectField, SubmitButton, TextArea, TextField, useSlForm } from '#app/ui/index.ts'

type Input = { id: string; title: string; aim: string; language: string }

/** What one's side means to try. `start` begins with what both sides have answered. */
export function DecidedWorkForm({ result, start, visitId }: { result: unknown; start: Input; visitId: string }) {
  const [form, fields] = useSlForm<Input>(result, { id: 'work', defaultValue: start })
  return (
    <Form form={form} className="sl-narrow">
      <HiddenField field={fields.id} />
      <TextField
        field={fields.title}
        label={m.preparation_decided_title()}
        help={m.preparation_decided_title_help()}
        required
      />
      <TextArea field={fields.aim} label={m.preparation_decided_aim()} help={m.preparation_decided_aim_help()} voice optional />
      <SelectField field={fields.language} label={m.preparation_goal_language()} options={writingLanguages(start.language)} />
      <div className="sl-row">
        <SubmitButton>{m.preparation_decided_save()}</SubmitButton>
        <ButtonLink to={`/visits/${visitId}/summary#improvement`} variant="quiet">
          {m.preparation_decided_back()}
        </ButtonLink>
      </div>
    </Form>
  )
}
