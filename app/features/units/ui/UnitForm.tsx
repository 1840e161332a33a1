// The forms of a unit: making one, and writing what it offers.
import type { z } from 'zod'
import { sortByName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  CheckboxField,
  CheckboxGroup,
  Form,
  HiddenField,
  Notice,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { Place, Profile, Unit } from '../queries/unit.server.ts'
import { countries, type newUnitInput, type UnitInput } from '../rules.ts'
import { UnitConflict } from './UnitConflict.tsx'
import { countryOptions, formOptions, kindOptions, languageOptions } from './unit-words.ts'

function placeOptions(places: readonly Place[]) {
  return sortByName(places, (place) => place.name).map(({ code, name }) => ({ value: code, label: name }))
}

type NewProps = {
  result: unknown
  id: string
  below: { id: string; country: string; language: string } | null
  places: readonly Place[]
}

export function NewUnitForm({ result, id, below, places }: NewProps) {
  const [form, fields] = useSlForm<z.input<typeof newUnitInput>>(result, {
    id: 'unit',
    defaultValue: { id, parentId: below?.id, country: below?.country ?? 'SE', language: below?.language ?? 'sv', kind: 'ward' },
  })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <HiddenField field={fields.parentId} />
      <TextField field={fields.name} label={m.units_name()} required />
      <SelectField field={fields.kind} label={m.units_kind()} options={kindOptions()} />
      <SelectField field={fields.country} label={m.units_country()} options={countryOptions()} />
      <SelectField
        field={fields.placeCode}
        label={m.units_place()}
        options={placeOptions(places)}
        empty={m.units_choose()}
        optional
      />
      <TextField field={fields.city} label={m.units_city()} optional />
      <SelectField field={fields.language} label={m.units_language()} options={languageOptions()} />
      <div>
        <SubmitButton>{m.units_new_submit()}</SubmitButton>
      </div>
    </Form>
  )
}

type Props = { result: unknown; unit: Unit; profile: Profile | null; places: readonly Place[] }

/**
 * Carries the version that stands in the database when the page was drawn. When the typed text began from an older one, the
 * other's words are shown beside it, so that saving again is a decision.
 */
export function UnitForm({ result, unit, profile, places }: Props) {
  const { name, city, language, kind } = unit
  const country = countries.find((each) => each === unit.country)
  const now = { name, city, language, kind, country, placeCode: unit.placeCode ?? '', version: String(profile?.version ?? 0) }
  const [form, fields] = useSlForm<UnitInput>(result, {
    id: 'unit',
    defaultValue: { ...now, ...shown(profile) },
  })
  const typedFrom = form.status === 'error' ? fields.version.initialValue : undefined
  return (
    <Form form={form}>
      {typedFrom !== undefined && typedFrom !== now.version ? <UnitConflict unit={unit} profile={profile} /> : null}
      <input type="hidden" name="version" value={now.version} />
      <Section id="basics" title={m.units_basics()}>
        <div className="sl-form">
          <TextField field={fields.name} label={m.units_name()} required />
          <SelectField field={fields.kind} label={m.units_kind()} options={kindOptions()} />
          <SelectField
            field={fields.country}
            label={m.units_country()}
            help={m.units_country_help()}
            options={countryOptions()}
          />
          <SelectField
            field={fields.placeCode}
            label={m.units_place()}
            options={placeOptions(places)}
            empty={m.units_choose()}
            optional
          />
          <TextField field={fields.city} label={m.units_city()} optional />
          <SelectField field={fields.language} label={m.units_language()} options={languageOptions()} />
        </div>
      </Section>
      <Section id="offer" title={m.units_offer()}>
        <div className="sl-form">
          {unit.closedAt ? <Notice tone="warning">{m.units_error_closed_unit()}</Notice> : null}
          <CheckboxField field={fields.isOpen} label={m.units_is_open()} help={m.units_is_open_help()} />
          <TextArea
            field={fields.canShow}
            label={m.units_can_show()}
            help={m.units_can_show_help()}
            rows={5}
            lang={language}
            voice
          />
          <TextArea
            field={fields.struggleWith}
            label={m.units_struggle()}
            help={m.units_struggle_help()}
            rows={4}
            lang={language}
            voice
            optional
          />
          <TextArea
            field={fields.practicalities}
            label={m.units_practicalities()}
            help={m.units_practicalities_help()}
            rows={4}
            lang={language}
            voice
            optional
          />
          <CheckboxGroup field={fields.languages} label={m.units_languages_pick()} choices={languageOptions()} row />
          <CheckboxGroup field={fields.forms} label={m.units_forms_pick()} choices={formOptions()} row />
          <div className="sl-grid sl-grid--2">
            <TextField field={fields.groupMin} label={m.units_group_min()} type="number" min={1} max={200} narrow />
            <TextField field={fields.groupMax} label={m.units_group_max()} type="number" min={1} max={200} narrow />
            <TextField field={fields.daysMin} label={m.units_days_min()} type="number" min={1} max={60} narrow />
            <TextField field={fields.daysMax} label={m.units_days_max()} type="number" min={1} max={60} narrow />
            <TextField field={fields.noticeMonths} label={m.units_notice_months()} type="number" min={0} max={24} narrow />
          </div>
        </div>
      </Section>
      <div>
        <SubmitButton>{m.units_save()}</SubmitButton>
      </div>
    </Form>
  )
}

/** The profile as a form carries it; what the product starts from while there is none. */
function shown(profile: Profile | null) {
  const { groupMin = 1, groupMax = 6, daysMin = 1, daysMax = 5, noticeMonths = 3 } = profile ?? {}
  return {
    isOpen: profile?.isOpen ? ('on' as const) : undefined,
    canShow: profile?.canShow ?? '',
    struggleWith: profile?.struggleWith ?? '',
    practicalities: profile?.practicalities ?? '',
    languages: profile?.languages ?? [],
    forms: profile?.forms ?? ['on_site'],
    groupMin: String(groupMin),
    groupMax: String(groupMax),
    daysMin: String(daysMin),
    daysMax: String(daysMax),
    noticeMonths: String(noticeMonths),
  }
}
