// The form that the group fills in together: saved as one types; without scripts one plain form with the same buttons.
import { MobileIcon } from '@navikt/aksel-icons'
import { Form } from '@remix-run/react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { m } from '#app/paraglide/messages.js'
import { plainField, SaveBar, SaveState, type Saving, SelectField } from '#app/ui/index.ts'
import type { FormSection } from '../definition.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { FormSections } from './FormSections.tsx'
import { FormSummary } from './FormSummary.tsx'
import type { Rows } from './RowsFields.tsx'
import type { Returned } from './returned.ts'
import { type Typed, useAutosave } from './useAutosave.ts'
import { SheetContext } from './WordsField.tsx'

type Props = {
  page: PreparationPage
  me: { id: string; name: string }
  language: string
  sections: readonly FormSection[]
  mode: 'save' | 'keep'
  /** The server's answer to a plain form, or nothing. */
  returned: Returned
  /** Texts to begin with instead of what stands: proposals that wait. */
  typed?: Typed
  /** Rows to show besides those that stand. */
  more?: { goals: readonly string[]; works: readonly string[] }
  /** Show what is missing before sending. */
  showMissing?: boolean
  /** An empty row was asked for. */
  blank?: 'goal' | 'work' | 'person' | null
  /** Beside other things on the page: no bar at the foot of the window. */
  inline?: boolean
  buttons: ReactNode
  children?: ReactNode
}

export function PreparationForm({
  page,
  me,
  language,
  sections,
  mode,
  returned,
  typed,
  more,
  blank,
  inline = false,
  ...rest
}: Props) {
  const live = useScripts() && mode === 'save'
  const [writing, setWriting] = useState(language)
  const begun = useMemo(() => ({ ...typed, ...returned.typed }), [typed, returned.typed])
  const { visitId, fields } = page
  const autosave = useAutosave({
    visitId,
    userId: me.id,
    fields,
    language: writing,
    mode,
    typed: begun,
    conflicts: returned.conflicts,
  })
  const scripts = useScripts()
  const { drafts, drop } = autosave
  const keysOf = (prefix: string) => Object.keys(drafts).filter((key) => key.startsWith(prefix))
  const rowsOf = (kind: 'goal' | 'work', standing: readonly string[], spare: readonly string[], extra?: readonly string[]) => ({
    standing,
    more: extra,
    spare,
    scripts,
    wantBlank: blank === kind,
    isTyped: (id: string) => keysOf(`${kind}.${id}.`).some((key) => drafts[key]?.text !== ''),
    forget: (id: string) => drop(keysOf(`${kind}.${id}.`)),
  })
  const goals = useRows(rowsOf('goal', page.goalIds, page.spareIds.slice(0, 6), more?.goals))
  const works = useRows(rowsOf('work', page.workIds, page.spareIds.slice(6, 12), more?.works))
  const order = useMemo(() => new Map<string, number>(), [])
  const indexOf = (key: string) => {
    if (!order.has(key)) order.set(key, order.size)
    return order.get(key) ?? 0
  }
  const missing = rest.showMissing ? page.missing : []
  return (
    <SheetContext.Provider value={{ autosave, live, fields, errors: returned.errors, language: writing, me: me.name, indexOf }}>
      <Form method="post" className="sl-form sl-prep" noValidate>
        <button type="submit" formAction="?stay" className="sl-default-submit" tabIndex={-1} aria-hidden="true" />
        <FormSummary missing={missing} returned={returned} />
        {rest.children}
        <FormSections
          page={page}
          sections={sections}
          missing={missing}
          goals={goals}
          works={works}
          named={returned.people}
          proposing={mode === 'keep'}
        />
        <div className="sl-prep__language">
          <SelectField
            field={plainField('language', { value: writing, id: 'writing-language' })}
            label={m.preparation_language()}
            help={m.preparation_language_help()}
            options={writingLanguages(language)}
            onChange={(event) => setWriting(event.currentTarget.value)}
          />
        </div>
        {live && !inline ? (
          <p className="sl-state sl-state--local">
            <MobileIcon aria-hidden />
            <span>
              <b>{m.preparation_offline_title()}</b> {m.preparation_offline()}
            </span>
          </p>
        ) : null}
        <Foot saving={autosave.saving} live={live} inline={inline}>
          {rest.buttons}
        </Foot>
      </Form>
    </SheetContext.Provider>
  )
}

/** How saving goes, and the buttons. */
function Foot({
  saving,
  live,
  inline,
  children,
}: {
  saving: Saving | undefined
  live: boolean
  inline: boolean
  children: ReactNode
}) {
  const hint = live && !saving ? <span className="sl-meta sl-grow">{m.preparation_saved_as_you_type()}</span> : null
  if (inline) {
    return (
      <div className="sl-row">
        {saving ? <SaveState saving={saving} /> : hint}
        {children}
      </div>
    )
  }
  return (
    <SaveBar {...(saving ? { saving } : {})}>
      {hint}
      {children}
    </SaveBar>
  )
}

type RowsOptions = {
  standing: readonly string[]
  more?: readonly string[] | undefined
  spare: readonly string[]
  /** An empty row was asked for without scripts. */
  wantBlank: boolean
  scripts: boolean
  /** Has somebody typed in the row? */
  isTyped(id: string): boolean
  forget(id: string): void
}

/** The rows that stand and those being added; when there is none, an empty one to begin in. */
function useRows({ standing, more = [], spare, wantBlank, scripts, isTyped, forget }: RowsOptions): Rows {
  const known = [...standing, ...more.filter((id) => !standing.includes(id))]
  const [first] = useState(spare[0] ?? '')
  const [added, setAdded] = useState<readonly string[]>(() => (wantBlank ? [first] : []))
  const others = [...known, ...added.filter((id) => !known.includes(id))]
  const shown = others.length === 0 || (isTyped(first) && !others.includes(first))
  const ids = shown ? [...others, first] : others
  const next = spare.find((id) => !ids.includes(id) && id !== first)
  return {
    ids,
    add: scripts && next ? () => setAdded([...ids.filter((id) => !standing.includes(id)), next]) : undefined,
    drop(id) {
      if (standing.includes(id)) return false
      forget(id)
      setAdded(added.filter((each) => each !== id))
      return true
    },
  }
}

/** False in the server's page and until scripts run. */
function useScripts(): boolean {
  const [scripts, setScripts] = useState(false)
  useEffect(() => setScripts(true), [])
  return scripts
}
