// What every field shares: its shape, its aria relations, and the order label – help – error – control.
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'

/** What a field component reads of conform's field metadata. `plainField` makes one for forms without conform (search, filters). */
export type Field = {
  id: string
  name: string
  key?: string | undefined
  errorId: string
  descriptionId: string
  errors?: string[] | undefined
  initialValue?: unknown
}

/** A field of a plain GET form: `plainField('q', { value: url.searchParams.get('q') })`. */
export function plainField(name: string, { value, id = name }: { value?: string | string[] | null; id?: string } = {}): Field {
  return { id, name, errorId: `${id}-error`, descriptionId: `${id}-help`, initialValue: value ?? undefined }
}

/** Words around a control. `label` is required; `optional` marks the label, nothing marks what is required. */
export type FieldWords = { label: ReactNode; help?: ReactNode; optional?: boolean }

/** `aria-describedby` (help, then error) and `aria-invalid` of a control. */
export function ariaOf(field: Field, help: ReactNode) {
  const invalid = hasError(field)
  const ids = [help ? field.descriptionId : '', invalid ? field.errorId : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': invalid || undefined }
}

export function hasError(field: Field): boolean {
  return Boolean(field.errors?.length)
}

/** The text conform remembers for a field: one string, or nothing. */
export function textOf(field: Field): string | undefined {
  return typeof field.initialValue === 'string' ? field.initialValue : undefined
}

/** The chosen values of a group: none, one or several. */
export function valuesOf(field: Field): string[] {
  if (Array.isArray(field.initialValue)) return field.initialValue.map(String)
  return typeof field.initialValue === 'string' && field.initialValue !== '' ? [field.initialValue] : []
}

/** A labelled control. */
export function FieldFrame({ field, label, help, optional, children }: FieldWords & { field: Field; children: ReactNode }) {
  return (
    <div className="sl-field aksel-form-field">
      <label className="sl-label" htmlFor={field.id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <FieldNotes field={field} help={help} />
      {children}
    </div>
  )
}

/** A group of controls under one legend: radios, checkboxes, a date and a time. The group carries the field's id and relations. */
export function FieldsetFrame({ field, label, help, optional, children }: FieldWords & { field: Field; children: ReactNode }) {
  const { 'aria-describedby': describedBy } = ariaOf(field, help)
  return (
    <fieldset className="sl-field aksel-fieldset" id={field.id} aria-describedby={describedBy} tabIndex={-1}>
      <legend>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      <FieldNotes field={field} help={help} />
      {children}
    </fieldset>
  )
}

/** Help, then error, each with the id that `ariaOf` points to. */
export function FieldNotes({ field, help }: { field: Field; help?: ReactNode }) {
  return (
    <>
      {help ? (
        <p className="sl-help" id={field.descriptionId}>
          {help}
        </p>
      ) : null}
      {hasError(field) ? (
        <p className="sl-error" id={field.errorId}>
          <ExclamationmarkTriangleIcon aria-hidden />
          <span>{field.errors?.[0]}</span>
        </p>
      ) : null}
    </>
  )
}

function Optional() {
  return <span className="sl-optional"> ({m.ui_optional()})</span>
}
