// One field of the form: hidden target and version, the control, and what somebody else wrote in it meanwhile.
import { ChevronDownIcon } from '@navikt/aksel-icons'
import { createContext, type ReactNode, useContext } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button, FieldFrame, plainField } from '#app/ui/index.ts'
import type { WrittenField } from '../words.ts'
import type { Autosave } from './useAutosave.ts'

/** What every field of one form shares. */
export type Sheet = {
  autosave: Autosave
  /** With scripts: fields save themselves, and a conflict is solved with two buttons. */
  live: boolean
  fields: Readonly<Record<string, WrittenField>>
  /** Message by field id (sending) or by target key (a refused form). */
  errors: Readonly<Record<string, string>>
  language: string
  /** The name of the person writing, who needs no notice of herself. */
  me: string
  /** The place of each target in the form, so that names are unique and in order. */
  indexOf(key: string): number
}

export const SheetContext = createContext<Sheet | null>(null)

export function useSheet(): Sheet {
  const sheet = useContext(SheetContext)
  if (!sheet) throw new Error('A field of the preparation stands outside its form.')
  return sheet
}

type Props = { target: string; label: ReactNode; help?: ReactNode; optional?: boolean; error?: string | undefined }

/** The id of a target's control, for links to it. */
export function idOfTarget(key: string): string {
  return `field-${key.replaceAll('.', '-')}`
}

export function WordsField({
  target,
  label,
  help,
  optional,
  error,
  rows = 3,
  line,
}: Props & { rows?: number; line?: boolean }) {
  const sheet = useSheet()
  const draft = sheet.autosave.drafts[target]
  const field = fieldFor(sheet, target, error)
  const shared = {
    ...controlOf(field, help),
    value: draft?.text ?? '',
    lang: sheet.fields[target]?.language ?? sheet.language,
  }
  return (
    <FieldFrame {...{ field, label, help, optional }}>
      <Hidden target={target} />
      {line ? (
        <input
          {...shared}
          className="aksel-text-field__input sl-input sl-input--voice"
          onChange={(event) => sheet.autosave.type(target, event.currentTarget.value)}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          className={`aksel-textarea__input sl-input sl-input--voice${rows > 3 ? ' sl-input--tall' : ''}`}
          onChange={(event) => sheet.autosave.type(target, event.currentTarget.value)}
        />
      )}
      <Conflict target={target} />
      <JustWrote target={target} />
    </FieldFrame>
  )
}

export function ChoiceField({
  target,
  label,
  help,
  optional,
  options,
  empty,
}: Props & { options: readonly { value: string; label: string }[]; empty: string }) {
  const sheet = useSheet()
  const field = fieldFor(sheet, target, undefined)
  return (
    <FieldFrame {...{ field, label, help, optional }}>
      <Hidden target={target} />
      <span className="sl-select">
        <select
          {...controlOf(field, help)}
          className="aksel-select__input sl-input"
          value={sheet.autosave.drafts[target]?.text ?? ''}
          onChange={(event) => sheet.autosave.type(target, event.currentTarget.value)}
        >
          <option value="">{empty}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDownIcon aria-hidden />
      </span>
      <Conflict target={target} named={(value) => options.find((option) => option.value === value)?.label ?? empty} />
    </FieldFrame>
  )
}

export function TickField({ target, label, error }: Props) {
  const sheet = useSheet()
  const field = fieldFor(sheet, target, error)
  return (
    <div className="sl-field">
      <Hidden target={target} />
      {error ? (
        <p className="sl-error" id={field.errorId}>
          {error}
        </p>
      ) : null}
      <label className="sl-choice">
        <input
          {...controlOf(field, undefined)}
          type="checkbox"
          value="yes"
          checked={sheet.autosave.drafts[target]?.text === 'yes'}
          onChange={(event) => sheet.autosave.type(target, event.currentTarget.checked ? 'yes' : '')}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

function fieldFor(sheet: Sheet, target: string, error: string | undefined) {
  const shown = error ?? sheet.errors[target]
  const name = `fields[${sheet.indexOf(target)}].text`
  return { ...plainField(name, { id: idOfTarget(target) }), errors: shown ? [shown] : undefined }
}

function controlOf(field: ReturnType<typeof fieldFor>, help: ReactNode) {
  const described = [help ? field.descriptionId : '', field.errors ? field.errorId : ''].filter(Boolean).join(' ')
  return {
    id: field.id,
    name: field.name,
    'aria-describedby': described || undefined,
    'aria-invalid': field.errors ? true : undefined,
  }
}

function Hidden({ target }: { target: string }) {
  const sheet = useSheet()
  const draft = sheet.autosave.drafts[target]
  const index = sheet.indexOf(target)
  // A form without scripts that comes back from a conflict goes on from what stands: its writer has both texts before them.
  const base = draft?.phase === 'conflict' ? (draft.theirs?.version ?? '') : (draft?.base ?? '')
  return (
    <>
      <input type="hidden" name={`fields[${index}].target`} value={target} />
      <input type="hidden" name={`fields[${index}].base`} value={base} />
    </>
  )
}

function Conflict({ target, named = (text) => text }: { target: string; named?: (text: string) => string }) {
  const sheet = useSheet()
  const draft = sheet.autosave.drafts[target]
  if (draft?.phase !== 'conflict' || !draft.theirs) return null
  const { by, text } = draft.theirs
  return (
    <div className="sl-conflict sl-stack-s" role="alert">
      <p>{by ? m.preparation_conflict({ name: by }) : m.preparation_conflict_somebody()}</p>
      <p className="sl-voice" lang={sheet.fields[target]?.language ?? sheet.language}>
        {text === '' ? m.preparation_conflict_empty() : named(text)}
      </p>
      <p className="sl-meta">{sheet.live ? m.preparation_conflict_yours() : m.preparation_conflict_save()}</p>
      {sheet.live ? (
        <div className="sl-row">
          <Button size="small" onClick={() => sheet.autosave.keepMine(target)}>
            {m.preparation_keep_mine()}
          </Button>
          <Button size="small" onClick={() => sheet.autosave.takeTheirs(target)}>
            {m.preparation_take_theirs()}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** "Sindre wrote here just now": while the others' last letter is less than a minute and a half old. */
function JustWrote({ target }: { target: string }) {
  const sheet = useSheet()
  const field = sheet.fields[target]
  if (!sheet.live || !field?.by || field.by === sheet.me || !field.at) return null
  if (Date.now() - new Date(field.at).getTime() > 90_000) return null
  return <p className="sl-meta">{m.preparation_just_wrote({ name: field.by })}</p>
}
