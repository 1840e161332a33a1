// Text fields, selects, dates and times. All are native controls with Aksel's classes; they remember what was typed without scripts.
import { ChevronDownIcon } from '@navikt/aksel-icons'
import type { ComponentProps, ReactNode } from 'react'
import { ariaOf, type Field, FieldFrame, type FieldWords, textOf } from './field.tsx'

type Common = FieldWords & { field: Field }
type Native<T extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<T>,
  'id' | 'name' | 'className' | 'style' | 'defaultValue' | 'value' | 'children'
>

/** One line. `type` text, email, tel, url, number, search or password; `narrow` for short values (post code, count). */
export function TextField({ field, label, help, optional, narrow, ...rest }: Common & Native<'input'> & { narrow?: boolean }) {
  const secret = rest.type === 'password'
  return (
    <FieldFrame {...{ field, label, help, optional }}>
      <input
        key={field.key}
        id={field.id}
        name={field.name}
        defaultValue={secret ? undefined : textOf(field)}
        className={`aksel-text-field__input sl-input${narrow ? ' sl-input--narrow' : ''}`}
        {...ariaOf(field, help)}
        {...rest}
      />
    </FieldFrame>
  )
}

/** Several lines; grows with the text. `voice` when people speak (goals, answers, posts): Literata. `after` stands under the field. */
export function TextArea({
  field,
  label,
  help,
  optional,
  voice,
  after,
  rows = 3,
  ...rest
}: Common & Native<'textarea'> & { voice?: boolean; after?: ReactNode }) {
  return (
    <FieldFrame {...{ field, label, help, optional }}>
      <textarea
        key={field.key}
        id={field.id}
        name={field.name}
        rows={rows}
        defaultValue={textOf(field)}
        className={`aksel-textarea__input sl-input${voice ? ' sl-input--voice' : ''}${rows > 3 ? ' sl-input--tall' : ''}`}
        {...ariaOf(field, help)}
        {...rest}
      />
      {after}
    </FieldFrame>
  )
}

/** `group`: the heading it stands below; options of one group follow each other. */
export type Option = { value: string; label: string; lang?: string; group?: string }

/** A choice among many. `empty` is the words of the first, empty option ("Choose a unit"). */
export function SelectField({
  field,
  label,
  help,
  optional,
  options,
  empty,
  ...rest
}: Common & Native<'select'> & { options: readonly Option[]; empty?: string }) {
  return (
    <FieldFrame {...{ field, label, help, optional }}>
      <span className="sl-select">
        <select
          key={field.key}
          id={field.id}
          name={field.name}
          defaultValue={textOf(field)}
          className="aksel-select__input sl-input"
          {...ariaOf(field, help)}
          {...rest}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {[...new Set(options.map((option) => option.group))].map((group) => {
            const own = options.filter((option) => option.group === group)
            if (!group) return <Options key="" options={own} />
            return (
              <optgroup key={group} label={group}>
                <Options options={own} />
              </optgroup>
            )
          })}
        </select>
        <ChevronDownIcon aria-hidden />
      </span>
    </FieldFrame>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} lang={option.lang}>
      {option.label}
    </option>
  ))
}

/** A calendar day, 'YYYY-MM-DD'. The browser's own date control: works without scripts, in the reader's language, on phones. */
export function DateField(props: Common & Native<'input'>) {
  return <TextField {...props} type="date" narrow />
}

/** A time of day, 'HH:MM'. */
export function TimeField(props: Common & Native<'input'>) {
  return <TextField {...props} type="time" narrow />
}

/** A value that travels unseen: the id of the row being made, a version. */
export function HiddenField({ field, value }: { field: Pick<Field, 'name' | 'key' | 'initialValue'>; value?: string }) {
  const remembered = typeof field.initialValue === 'string' ? field.initialValue : undefined
  return <input key={field.key} type="hidden" name={field.name} defaultValue={value ?? remembered} />
}
