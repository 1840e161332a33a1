import type { FieldMetadata } from '@conform-to/react'
import { countryName, sortByName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { type Option, RowList, type RowsForm, SelectField, TextField } from '#app/ui/index.ts'
import { countries, nordicCountries } from '../rules/places.ts'

export type OrganisationInput = { unitId: string; name: string; country: string }

export const emptyOrganisation: OrganisationInput = { unitId: '', name: '', country: '' }

type Props = {
  form: RowsForm
  list: FieldMetadata<OrganisationInput[] | undefined>
  /** The guests already said which unit here they come from: further organisations are extra. */
  hasHome: boolean
  /** Units here to choose from; others are written with name and country. */
  units: readonly Option[]
}

/** Where the guests come from: a unit here, or a name and a country. Called, not mounted, so that the error summary finds the labels. */
export function organisationRows({ form, list, hasHome, units }: Props) {
  const options = countryOptions()
  return (
    <RowList<OrganisationInput>
      form={form}
      list={list}
      label={hasHome ? m.visits_field_organisations_more() : m.visits_field_organisations()}
      help={m.visits_field_organisations_help()}
      add={m.visits_add_organisation()}
      keep={hasHome ? 0 : 1}
      most={8}
      optional={hasHome}
      look="two"
    >
      {(row, number) => {
        const fields = row.getFieldset()
        return (
          <>
            <div className="sl-rows__whole">
              <SelectField
                field={fields.unitId}
                label={m.visits_field_guest_unit({ number })}
                empty={m.visits_field_guest_unit_none()}
                options={units}
              />
            </div>
            {fields.unitId.value ? null : (
              <>
                <TextField field={fields.name} label={m.visits_field_organisation({ number })} />
                <SelectField
                  field={fields.country}
                  label={m.visits_field_country()}
                  empty={m.visits_field_country_choose()}
                  options={options}
                />
              </>
            )}
          </>
        )
      }}
    </RowList>
  )
}

/** The Nordic countries first: that is where most guests come from. */
function countryOptions() {
  const named = (codes: readonly string[]) => {
    const options = codes.map((code) => ({ value: code, label: countryName(code) }))
    return sortByName(options, (option) => option.label)
  }
  return [...named(nordicCountries), ...named(countries)]
}
