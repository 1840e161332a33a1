import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  DateField,
  Form,
  HiddenField,
  RadioField,
  Section,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import { isOpenForForm } from '../rules/moves.ts'
import { forms } from '../rules/words.ts'
import { useSeenVersion } from './useSeenVersion.ts'
import { useVisit } from './useVisit.ts'
import { formName } from './words.ts'

type Input = {
  version: string
  title: string
  form?: string
  groupSize: string
  meetingUrl?: string
  preparationDueOn?: string
}

/** The small facts that coordinators may change while the visit lives. `proposes`: the hosts have to say yes first. */
export function PracticalFactsForm({ result, proposes }: { result: unknown; proposes: boolean }) {
  const { visit, me, host } = useVisit()
  const version = useSeenVersion()
  const { title, meetingUrl, form: meeting } = visit
  const [form, fields] = useSlForm<Input>(result, {
    defaultValue: {
      title,
      meetingUrl,
      form: meeting,
      groupSize: String(visit.groupSize),
      preparationDueOn: visit.preparationDueOn ?? '',
    },
  })
  return (
    <Section id="practical" title={m.visits_facts_edit_title()}>
      {proposes ? <p className="sl-lede">{m.visits_propose_lead({ host: host.name })}</p> : null}
      <Form form={form} className="sl-narrow">
        <HiddenField field={fields.version} value={version} />
        <TextField field={fields.title} label={m.visits_field_title()} help={m.visits_field_title_help()} required />
        {isOpenForForm(visit) ? (
          <RadioField
            field={fields.form}
            label={m.visits_field_form()}
            help={m.visits_field_form_change_help()}
            row
            choices={forms.map((each) => ({ value: each, label: formName(each) }))}
          />
        ) : null}
        <TextField
          field={fields.groupSize}
          label={m.visits_field_group_size()}
          type="number"
          min={1}
          max={60}
          narrow
          required
        />
        {me.coordinates === 'host' ? (
          <>
            <TextField
              field={fields.meetingUrl}
              label={m.visits_field_meeting()}
              help={m.visits_field_meeting_help()}
              type="url"
              optional
            />
            {visit.startsOn ? <DateField field={fields.preparationDueOn} label={m.visits_field_due()} /> : null}
          </>
        ) : null}
        <div className="sl-row">
          <SubmitButton>{proposes ? m.visits_propose_send() : m.visits_save()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}`} variant="quiet">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
