// Radios and checkboxes: native controls, the whole line is the target.
import type { ReactNode } from 'react'
import { ariaOf, type Field, FieldNotes, FieldsetFrame, type FieldWords, hasError, valuesOf } from './field.tsx'

type Common = FieldWords & { field: Field }

/** `quiet` is for "don't know" and "does not apply": dashed and last. */
export type Choice = { value: string; label: ReactNode; help?: ReactNode; quiet?: boolean }

/** One of a few. `row` puts them side by side on wider screens. */
export function RadioField({ choices, row, field, ...words }: Common & { choices: readonly Choice[]; row?: boolean }) {
  return <ChoiceList {...words} {...{ field, choices, row }} type="radio" />
}

/** Any number of a few; the name is sent once for each ticked box. */
export function CheckboxGroup({ choices, row, field, ...words }: Common & { choices: readonly Choice[]; row?: boolean }) {
  return <ChoiceList {...words} {...{ field, choices, row }} type="checkbox" />
}

function ChoiceList({
  type,
  choices,
  row,
  field,
  ...words
}: Common & { type: 'radio' | 'checkbox'; choices: readonly Choice[]; row?: boolean }) {
  const chosen = valuesOf(field)
  return (
    <FieldsetFrame field={field} {...words}>
      <div className={`sl-choices${row ? ' sl-choices--row' : ''}`} key={field.key}>
        {choices.map((choice) => (
          <label className={`sl-choice${choice.quiet ? ' sl-choice--quiet' : ''}`} key={choice.value}>
            <input
              type={type}
              name={field.name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              aria-invalid={hasError(field) || undefined}
              aria-describedby={hasError(field) ? field.errorId : undefined}
            />
            <span>
              {choice.label}
              {choice.help ? <small>{choice.help}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldsetFrame>
  )
}

/** A single yes, sent as `on`. The sentence is the label; help and error stand above it. */
export function CheckboxField({ field, label, help }: Omit<Common, 'optional'>) {
  return (
    <div className="sl-field">
      <FieldNotes field={field} help={help} />
      <label className="sl-choice">
        <input
          key={field.key}
          type="checkbox"
          id={field.id}
          name={field.name}
          defaultChecked={field.initialValue === 'on' || field.initialValue === true}
          {...ariaOf(field, help)}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
