// The rows one can add: goals and improvement works. Every button works without scripts too: it saves, then does its thing.
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { SubmitButton } from '#app/ui/index.ts'
import type { FormField } from '../definition.ts'
import { targetKey } from '../rules.ts'
import { ChoiceField, useSheet, WordsField } from './WordsField.tsx'

export type Rows = {
  ids: readonly string[]
  /** Adds a row on the spot; undefined without scripts. */
  add?: (() => void) | undefined
  /** Drops a row that was never saved; answers false when the server has to do it. */
  drop(id: string): boolean
}

type GoalsField = Extract<FormField, { type: 'goals' }>
type WorksField = Extract<FormField, { type: 'works' }>

export function GoalsField({ field, rows, error }: { field: GoalsField; rows: Rows; error?: string | undefined }) {
  const locale = getLocale()
  return (
    <RowsFrame field={field} error={error} add={m.preparation_add_goal()} kind="goal" rows={rows}>
      {rows.ids.map((id, index) => (
        <div className="sl-rows__row sl-rows__row--card" key={id}>
          <WordsField
            target={targetKey({ subject: 'goal', id, field: 'text' })}
            label={
              field.id === 'HOST01' || rows.ids.length > 0 ? m.preparation_goal_n({ number: index + 1 }) : field.text[locale]
            }
          />
          <RemoveRow kind="goal" id={id} rows={rows} label={m.preparation_remove_goal({ number: index + 1 })} />
        </div>
      ))}
    </RowsFrame>
  )
}

export function WorksField({ field, rows, error }: { field: WorksField; rows: Rows; error?: string | undefined }) {
  const locale = getLocale()
  return (
    <RowsFrame field={field} error={error} add={m.preparation_add_work()} kind="work" rows={rows}>
      {rows.ids.map((id, index) => (
        <fieldset className="sl-goal sl-goal--gift sl-prep__work" key={id}>
          <legend className="sl-hidden">{m.preparation_work_n({ number: index + 1 })}</legend>
          {field.parts.map((part) => {
            const shared = {
              target: targetKey({ subject: 'work', id, field: part.id }),
              label: part.text[locale],
              help: part.help?.[locale],
              optional: !part.required,
            }
            if (part.type !== 'choice')
              return <WordsField key={part.id} {...shared} rows={2} line={part.type === 'short_text'} />
            const options = (part.options ?? []).map((option) => ({ value: option.value, label: option.text[locale] }))
            return <ChoiceField key={part.id} {...shared} options={options} empty={m.preparation_choose_status()} />
          })}
          <RemoveRow kind="work" id={id} rows={rows} label={m.preparation_remove_work({ number: index + 1 })} />
        </fieldset>
      ))}
    </RowsFrame>
  )
}

function RowsFrame({
  field,
  error,
  add,
  kind,
  rows,
  children,
}: {
  field: GoalsField | WorksField
  error: string | undefined
  add: string
  kind: 'goal' | 'work'
  rows: Rows
  children: ReactNode
}) {
  const locale = getLocale()
  const described = [field.help ? `${field.id}-help` : '', error ? `${field.id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className="sl-field aksel-fieldset" id={field.id} aria-describedby={described || undefined} tabIndex={-1}>
      <legend>{field.text[locale]}</legend>
      {field.help ? (
        <p className="sl-help" id={`${field.id}-help`}>
          {field.help[locale]}
        </p>
      ) : null}
      {error ? (
        <p className="sl-error" id={`${field.id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="sl-rows">{children}</div>
      <div>
        <SubmitButton
          variant="secondary"
          formAction={`?add=${kind}`}
          icon={<PlusIcon aria-hidden />}
          onClick={(event) => {
            if (!rows.add) return
            event.preventDefault()
            rows.add()
          }}
        >
          {add}
        </SubmitButton>
      </div>
    </fieldset>
  )
}

/** Only where there is something to take away: the last, blank row stays. */
function RemoveRow({ kind, id, rows, label }: { kind: 'goal' | 'work'; id: string; rows: Rows; label: string }) {
  const sheet = useSheet()
  const saved = Object.keys(sheet.fields).some((key) => key.startsWith(`${kind}.${id}.`))
  if (!saved && rows.ids.length === 1) return null
  return (
    <div>
      <SubmitButton
        variant="quiet"
        size="small"
        formAction={`?remove=${kind}.${id}`}
        icon={<TrashIcon aria-hidden />}
        onClick={(event) => {
          if (rows.add && rows.drop(id)) event.preventDefault()
        }}
      >
        {label}
      </SubmitButton>
    </div>
  )
}
