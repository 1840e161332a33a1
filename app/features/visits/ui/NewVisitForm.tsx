import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  Form,
  HiddenField,
  ownNameOf,
  RadioField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { NewVisitChoice } from '../queries/new-visit.server.ts'
import { forms } from '../rules/words.ts'
import { emptyOrganisation, type OrganisationInput, organisationRows } from './OrganisationRows.tsx'
import { emptyRange, type RangeInput, rangeRows } from './RangeRows.tsx'
import { formName } from './words.ts'

type Input = {
  id: string
  hostUnitId: string
  returnOf: string
  kind: string
  form: string
  title: string
  inquiry: string
  language: string
  groupSize: string
  guestUnitId: string
  organisations: OrganisationInput[]
  ranges: RangeInput[]
  profession: string
  contactName: string
  contactEmail: string
  contactLocale: string
}

type Props = { id: string; page: Exclude<NewVisitChoice, { mode: 'choose' }>; result: unknown }

export function NewVisitForm({ id, page, result }: Props) {
  const asking = page.mode === 'ask'
  const locale = getLocale()
  const homes = asking ? page.homes : []
  const guests = page.returnOf?.guests
  const rows = guests?.organisations ?? []
  const [form, fields] = useSlForm<Input>(result, {
    defaultValue: {
      kind: page.returnOf ? 'return_visit' : 'co_learning',
      title: page.returnOf?.title ?? '',
      language: locale,
      groupSize: '4',
      guestUnitId: guests ? guests.homeId : (homes[0]?.id ?? ''),
      organisations: rows.length > 0 || homes.length > 0 ? rows : [emptyOrganisation],
      ranges: [emptyRange],
      profession: page.profession,
      contactName: guests?.contact ?? '',
      contactLocale: locale,
    },
  })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} value={id} />
      <HiddenField field={fields.hostUnitId} value={page.host.id} />
      {page.returnOf ? <HiddenField field={fields.returnOf} value={page.returnOf.id} /> : null}
      <RadioField
        field={fields.kind}
        label={m.visits_field_kind()}
        choices={page.kinds.map((kind) => ({ value: kind.key, label: kind.title[locale], help: kind.about[locale] }))}
      />
      <RadioField
        field={fields.form}
        label={m.visits_field_form()}
        help={m.visits_field_form_help()}
        optional
        row
        choices={forms.map((each) => ({ value: each, label: formName(each) }))}
      />
      <TextField field={fields.title} label={m.visits_field_title()} help={m.visits_field_title_help()} required />
      <TextArea
        field={fields.inquiry}
        label={asking ? m.visits_field_inquiry() : m.visits_field_inquiry_invite()}
        help={asking ? m.visits_field_inquiry_help() : m.visits_field_inquiry_invite_help()}
        rows={5}
        voice
        required
      />
      <SelectField field={fields.language} label={m.visits_field_language()} options={writingLanguages(locale)} />
      <TextField
        field={fields.groupSize}
        label={m.visits_field_group_size()}
        help={m.visits_field_group_size_help()}
        type="number"
        min={1}
        max={60}
        narrow
        required
      />
      {homes.length > 0 ? (
        <SelectField
          field={fields.guestUnitId}
          label={m.visits_field_home()}
          empty={m.visits_field_home_none()}
          options={homes.map((home) => ({ value: home.id, label: home.name }))}
        />
      ) : null}
      {organisationRows({ form, list: fields.organisations, hasHome: homes.length > 0, units: page.units })}
      {asking ? (
        <TextField field={fields.profession} label={m.visits_field_profession()} optional autoComplete="organization-title" />
      ) : (
        <>
          <TextField field={fields.contactName} label={m.visits_field_contact()} required />
          <TextField field={fields.contactEmail} label={m.visits_field_contact_email()} type="email" required />
          <SelectField
            field={fields.contactLocale}
            label={m.visits_field_contact_locale()}
            options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
          />
        </>
      )}
      {rangeRows({ form, list: fields.ranges })}
      <div>
        <SubmitButton>{asking ? m.visits_send_request({ unit: page.host.name }) : m.visits_send_invitation()}</SubmitButton>
      </div>
    </Form>
  )
}
