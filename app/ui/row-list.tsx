// Rows one can add, remove and move – goals, participants – with or without scripts: all are submit buttons with a conform intent.
import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from './buttons.tsx'
import { FieldsetFrame, type FieldWords } from './field.tsx'

/** A form whose rows have buttons. */
export type RowsForm = Pick<FormMetadata<Record<string, unknown>>, 'insert' | 'remove' | 'reorder'>

type Props<Item> = FieldWords & {
  form: RowsForm
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
  /** The order says something: each row has buttons that move it up and down. */
  movable?: boolean
  /** `two` puts two short fields and the remove button on one line; `card` frames every row. */
  look?: 'card' | 'two'
}

/** The rows, a remove button in each, and an add button below. */
export function RowList<Item>({
  form,
  list,
  children,
  add,
  keep = 1,
  most = 30,
  movable,
  look = 'card',
  ...words
}: Props<Item>) {
  const rows = list.getFieldList()
  return (
    <FieldsetFrame field={list} {...words}>
      <div className="sl-rows">
        {rows.map((row, index) => (
          // What comes back from the server without scripts has more rows than conform has keys for.
          <div className={`sl-rows__row sl-rows__row--${look}`} key={row.key ?? row.name}>
            {children(row, index + 1)}
            {movable || rows.length > keep ? (
              <div className="sl-rows__tools">
                {rows.length > keep ? (
                  <SubmitButton
                    {...form.remove.getButtonProps({ name: list.name, index })}
                    variant="quiet"
                    size="small"
                    icon={<TrashIcon aria-hidden />}
                  >
                    {m.ui_row_remove()}
                    <span className="sl-hidden"> {m.ui_row_number({ number: index + 1 })}</span>
                  </SubmitButton>
                ) : null}
                {movable ? <Moves form={form} name={list.name} from={index} last={rows.length - 1} /> : null}
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

type MovesProps = { form: RowsForm; name: string; from: number; last: number }

/** One place up or down. What stands at an end has one button. */
function Moves({ form, name, from, last }: MovesProps) {
  const steps = [
    { to: from - 1, label: m.ui_row_up, icon: <ArrowUpIcon aria-hidden /> },
    { to: from + 1, label: m.ui_row_down, icon: <ArrowDownIcon aria-hidden /> },
  ].filter(({ to }) => to >= 0 && to <= last)
  return steps.map(({ to, label, icon }) => (
    <SubmitButton key={to - from} {...form.reorder.getButtonProps({ name, from, to })} variant="quiet" size="small" icon={icon}>
      {label()}
      <span className="sl-hidden"> {m.ui_row_number({ number: from + 1 })}</span>
    </SubmitButton>
  ))
}
