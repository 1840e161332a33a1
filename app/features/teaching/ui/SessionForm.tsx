// Writing a session down: what, when, where, how, for how many. Colleagues can be named; of others only the number is kept.
import { peopleOptions } from '#app/features/identity/ui/people-options.ts'
import { sortByName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  CheckboxGroup,
  DateField,
  Fold,
  Form,
  HiddenField,
  Page,
  PageHead,
  RadioField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { Choice, Colleague, Learnt } from '../queries/choices.server.ts'
import { elsewhere } from '../rules/session.ts'
import { teachingForms } from '../words.ts'
import { formName, sessionAddress } from './words.ts'

type Typed = {
  id: string
  subject: string
  module: string
  taughtOn: string
  minutes: string
  homeUnitId: string
  where: string
  place: string
  form: string
  learners: string
  named: string[]
  learntFromId: string
  reflection: string
  version: string
}

type Props = {
  choices: {
    homes: Choice[]
    places: Choice[]
    colleagues: Colleague[]
    learnt: Learnt[]
    modules: { value: string; title: string }[]
  }
  /** What the fields start with; the row's id always. */
  typed: { [K in keyof Typed]?: Typed[K] | undefined } & { id: string }
  isNew: boolean
  /** The latest day that can be chosen. */
  today: string
  result: unknown
}

export function SessionForm({ choices, typed, isNew, today, result }: Props) {
  const { homes, places, colleagues, learnt, modules } = choices
  const defaultValue = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
  const [form, fields] = useSlForm<Typed>(result, { id: 'session', defaultValue })
  const title = isNew ? m.teaching_new_title() : m.teaching_edit_title()
  return (
    <Page width="form">
      <PageHead
        title={title}
        lead={m.teaching_new_lead()}
        crumbs={[{ to: '/teaching', label: m.teaching_title() }, { label: title }]}
      />
      <Form form={form}>
        <HiddenField field={fields.id} />
        <HiddenField field={fields.version} />
        <TextField
          field={fields.subject}
          label={m.teaching_subject()}
          help={m.teaching_subject_help()}
          maxLength={200}
          required
        />
        <SelectField
          field={fields.module}
          label={m.teaching_module()}
          empty={m.teaching_module_none()}
          options={optionsOf(modules)}
          optional
        />
        {learnt.length > 0 ? (
          <SelectField
            field={fields.learntFromId}
            label={m.teaching_learnt_from()}
            help={m.teaching_learnt_from_help()}
            empty={m.teaching_learnt_from_none()}
            options={learnt.map(({ id, subject, teacher, language }) => ({
              value: id,
              label: teacher ? `${subject} (${teacher})` : subject,
              lang: language,
            }))}
            optional
          />
        ) : null}
        <div className="sl-grid sl-grid--2">
          <DateField field={fields.taughtOn} label={m.teaching_day()} max={today} required />
          <TextField field={fields.minutes} label={m.teaching_minutes()} type="number" min={5} max={2400} narrow required />
        </div>
        {homes.length > 1 ? (
          <SelectField
            field={fields.homeUnitId}
            label={m.teaching_home()}
            help={m.teaching_home_help()}
            options={placeOptions(homes)}
          />
        ) : null}
        <SelectField
          field={fields.where}
          label={m.teaching_where()}
          options={[...placeOptions(places), { value: elsewhere, label: m.teaching_elsewhere() }]}
        />
        <TextField field={fields.place} label={m.teaching_place()} help={m.teaching_place_help()} maxLength={200} optional />
        <RadioField
          field={fields.form}
          label={m.teaching_form()}
          choices={teachingForms.map((value) => ({ value, label: formName(value) }))}
          row
        />
        <TextField
          field={fields.learners}
          label={m.teaching_learners()}
          help={m.teaching_learners_help()}
          type="number"
          min={1}
          max={500}
          narrow
          required
        />
        {colleagues.length > 0 ? (
          <Fold summary={m.teaching_named()} open={Boolean(typed.named?.length ?? result)}>
            <CheckboxGroup
              field={fields.named}
              label={m.teaching_named_label()}
              help={m.teaching_named_help()}
              choices={peopleOptions(colleagues)}
              optional
            />
          </Fold>
        ) : null}
        <TextArea
          field={fields.reflection}
          label={m.teaching_reflection()}
          help={m.teaching_reflection_help()}
          rows={4}
          voice
          optional
        />
        <div className="sl-row">
          <SubmitButton>{m.teaching_save()}</SubmitButton>
          <ButtonLink to={isNew ? '/teaching' : sessionAddress(typed.id)} variant="quiet">
            {m.teaching_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}

function optionsOf(modules: readonly { value: string; title: string }[]) {
  return modules.map(({ value, title }) => ({ value, label: title }))
}

function placeOptions(places: readonly Choice[]) {
  return sortByName(places, (one) => one.name).map(({ id, name, language }) => ({ value: id, label: name, lang: language }))
}
