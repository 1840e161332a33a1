import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { m } from '#app/paraglide/messages.js'
import { type Option, RowList, SelectField, TextField } from '#app/ui/index.ts'

export type OrganisationInput = { name: string; country: string }

type Props = {
  form: Pick<FormMetadata<Record<string, unknown>>, 'insert' | 'remove'>
  list: FieldMetadata<OrganisationInput[] | undefined>
  /** The guests already said which unit here they come from: further organisations are extra. */
  hasHome: boolean
  countries: readonly Option[]
}

/** Where the guests come from: names and countries. Called, not mounted, so that the error summary finds the labels. */
export function organisationRows({ form, list, hasHome, countries }: Props) {
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
            <TextField field={fields.name} label={m.visits_field_organisation({ number })} required />
            <SelectField
              field={fields.country}
              label={m.visits_field_country()}
              empty={m.visits_field_country_choose()}
              options={countries}
            />
          </>
        )
      }}
    </RowList>
  )
}
