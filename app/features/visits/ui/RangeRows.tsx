// Rows of proposed days. Each row: first and last day, and whether it begins or ends at midday. They are called, not mounted,
// so that the form's error summary finds their labels.
import type { FieldMetadata } from '@conform-to/react'
import type { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { DateField, RowList, type RowsForm, SelectField } from '#app/ui/index.ts'
import { type dateRange, MAX_PROPOSALS } from '../rules/dates.ts'

export type RangeInput = z.input<typeof dateRange>
export const emptyRange: RangeInput = { startsOn: '', endsOn: '', startPart: 'full', endPart: 'full' }

type Rows = {
  form: RowsForm
  list: FieldMetadata<RangeInput[] | undefined>
}

export function rangeRows({ form, list }: Rows) {
  return (
    <RowList<RangeInput>
      form={form}
      list={list}
      label={m.visits_field_ranges()}
      help={m.visits_field_ranges_help()}
      add={m.visits_add_range()}
      most={MAX_PROPOSALS}
    >
      {(row, number) => rangeFields({ fields: row.getFieldset(), number })}
    </RowList>
  )
}

type RangeFieldset = { [Name in keyof Required<RangeInput>]: FieldMetadata<RangeInput[Name]> }

export function rangeFields({ fields, number }: { fields: RangeFieldset; number?: number }) {
  const words = number === undefined ? undefined : { number }
  return (
    <div className="sl-range">
      <DateField field={fields.startsOn} label={words ? m.visits_field_starts(words) : m.visits_field_start()} required />
      <SelectField
        field={fields.startPart}
        label={m.visits_field_start_part()}
        options={[
          { value: 'full', label: m.visits_start_full() },
          { value: 'afternoon', label: m.visits_start_afternoon() },
        ]}
      />
      <DateField field={fields.endsOn} label={words ? m.visits_field_ends(words) : m.visits_field_end()} required />
      <SelectField
        field={fields.endPart}
        label={m.visits_field_end_part()}
        options={[
          { value: 'full', label: m.visits_end_full() },
          { value: 'morning', label: m.visits_end_morning() },
        ]}
      />
    </div>
  )
}
