// Rows one can add and remove – goals, participants – with or without scripts: both are submit buttons with a conform intent.
import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from './buttons.tsx'
import { FieldsetFrame, type FieldWords } from './field.tsx'

type Props<Item> = FieldWords & {
  form: Pick<FormMetadata<Record<string, unknown>>, 'insert' | 'remove'>
  /** The list field: `fields.goals`. */
  list: FieldMetadata<Item[] | undefined>
  /** Fields of one row; `number` counts from 1. */
  children: (row: FieldMetadata<Item>, number: number) => ReactNode
  /** Words of the button: "Add a goal". */
  add: string
  /** Rows that cannot be removed, from the top. */
  keep?: number
  /** At most this many rows. */
  most?: number
  /** `two` puts two short fields and the remove button on one line; `card` frames every row. */
  look?: 'card' | 'two'
}

/** The rows, a remove button in each, and an add button below. */
export function RowList<Item>({ form, list, children, add, keep = 1, most = 30, look = 'card', ...words }: Props<Item>) {
  const rows = list.getFieldList()
  return (
    <FieldsetFrame field={list} {...words}>
      <div className="sl-rows">
        {rows.map((row, index) => (
          // What comes back from the server without scripts has more rows than conform has keys for.
          <div className={`sl-rows__row sl-rows__row--${look}`} key={row.key ?? row.name}>
            {children(row, index + 1)}
            {rows.length > keep ? (
              <div>
                <SubmitButton
                  {...form.remove.getButtonProps({ name: list.name, index })}
                  variant="quiet"
                  size="small"
                  icon={<TrashIcon aria-hidden />}
                >
                  {m.ui_row_remove()}
                  <span className="sl-hidden"> {m.ui_row_number({ number: index + 1 })}</span>
                </SubmitButton>
              </div>
            ) : null}
          </div>
        ))}
      </div>
      {rows.length < most ? (
        <div>
          <SubmitButton
            {...form.insert.getButtonProps({ name: list.name })}
            variant="secondary"
            icon={<PlusIcon aria-hidden />}
          >
            {add}
          </SubmitButton>
        </div>
      ) : null}
    </FieldsetFrame>
  )
}
