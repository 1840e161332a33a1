import { countryName, languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { countries, languages, type UnitKind, type VisitForm, visitForms } from '../rules.ts'

const kinds: Record<UnitKind, () => string> = {
  region: m.units_kind_region,
  administration: m.units_kind_administration,
  area: m.units_kind_area,
  clinic: m.units_kind_clinic,
  care_centre: m.units_kind_care_centre,
  ward: m.units_kind_ward,
  team: m.units_kind_team,
  municipality: m.units_kind_municipality,
  university: m.units_kind_university,
  college: m.units_kind_college,
  education_unit: m.units_kind_education_unit,
  partner_organisation: m.units_kind_partner_organisation,
}

const forms: Record<VisitForm, () => string> = {
  on_site: m.units_form_on_site,
  digital: m.units_form_digital,
  mixed: m.units_form_mixed,
}

export function kindWord(kind: UnitKind): string {
  return kinds[kind]()
}

export function formWord(form: VisitForm): string {
  return forms[form]()
}

export const countryOptions = () => countries.map((value) => ({ value, label: countryName(value) }))
export const languageOptions = () => languages.map((value) => ({ value, label: languageName(value) }))
export const formOptions = () => visitForms.map((value) => ({ value, label: formWord(value) }))
export const kindOptions = () => (Object.keys(kinds) as UnitKind[]).map((value) => ({ value, label: kindWord(value) }))

/** "3–6 people", or "6 people" when both are the same. */
export function groupWords(min: number, max: number): string {
  return min === max ? m.units_group_one({ count: max }) : m.units_group_value({ min, max })
}

export function dayCountWords(min: number, max: number): string {
  return min === max ? m.units_days_one({ count: max }) : m.units_days_value({ min, max })
}
