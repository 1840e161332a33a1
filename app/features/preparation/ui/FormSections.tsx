// The sections of the form definition, each field by its type. What is known already is shown, never asked.
import { Link } from '@remix-run/react'
import { formatDayRange } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Facts } from '#app/ui/index.ts'
import type { FormField, FormSection } from '../definition.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { targetKey } from '../rules.ts'
import { missingText } from './FormSummary.tsx'
import { NewPerson } from './NewPerson.tsx'
import { People } from './People.tsx'
import { GoalsField, type Rows, WorksField } from './RowsFields.tsx'
import type { TypedPerson } from './returned.ts'
import { TickField, WordsField } from './WordsField.tsx'

type Props = {
  page: PreparationPage
  sections: readonly FormSection[]
  missing: readonly string[]
  goals: Rows
  works: Rows
  /** People that were named in a form that came back. */
  named: readonly TypedPerson[]
  /** What is written here is proposed; people and known facts are proposed on pages of their own. */
  proposing: boolean
}

export function FormSections({ sections, ...rest }: Props) {
  const locale = getLocale()
  return sections.map((section, index) => (
    <section key={section.id} aria-label={section.title[locale]}>
      {sections.length > 1 ? (
        <h3 className="sl-prep__section">
          {index + 1}. {section.title[locale]}
        </h3>
      ) : null}
      {section.fields.map((field) => (
        <OneField key={field.id} field={field} {...rest} />
      ))}
    </section>
  ))
}

function OneField({ field, page, missing, goals, works, named, proposing }: Omit<Props, 'sections'> & { field: FormField }) {
  const locale = getLocale()
  const error = missing.includes(field.id) ? missingText(field.id) : undefined
  const target = targetKey({ subject: 'answer', id: field.id, field: 'value' })
  switch (field.type) {
    case 'long_text':
      return (
        <div id={field.id} tabIndex={-1}>
          <WordsField
            target={target}
            label={field.text[locale]}
            help={field.help?.[locale]}
            optional={!field.required}
            error={error}
            rows={field.required ? 4 : 3}
          />
        </div>
      )
    case 'checkbox':
      return (
        <div id={field.id} tabIndex={-1}>
          <TickField
            target={target}
            error={error}
            label={
              <>
                {field.text[locale]}. <Link to={`/visits/${page.visitId}/rules`}>{m.preparation_rules_link()}</Link>
              </>
            }
          />
        </div>
      )
    case 'goals':
      return <GoalsField field={field} rows={goals} error={error} />
    case 'works':
      return <WorksField field={field} rows={works} error={error} />
    case 'participants':
      return (
        <div id={field.id} tabIndex={-1} className="sl-field">
          <h4 className="sl-label">{field.text[locale]}</h4>
          {field.help ? <p className="sl-help">{field.help[locale]}</p> : null}
          {error ? <p className="sl-error">{error}</p> : null}
          <People page={page} side="guest" />
          {page.may.invite && !proposing ? <NewPerson page={page} named={named} /> : null}
          {page.may.invite ? null : <p className="sl-meta">{m.preparation_participants_ask()}</p>}
          {page.may.invite && proposing ? (
            <p>
              <Link to={`/visits/${page.visitId}/invitation?side=guest`}>{m.preparation_propose_person()}</Link>
            </p>
          ) : null}
          <p>
            <Link to={`/visits/${page.visitId}/people`}>{m.preparation_participants_change()}</Link>
          </p>
        </div>
      )
    case 'known':
      return (
        <div>
          <Facts items={[{ term: field.text[locale], value: knownValue(page, field.known) }]} />
          {page.may.invite && proposing ? <ProposeKnown visitId={page.visitId} known={field.known} /> : null}
        </div>
      )
  }
}

/** Days and facts have forms of their own. */
function ProposeKnown({ visitId, known }: { visitId: string; known: 'dates' | 'form' }) {
  const [section, words] =
    known === 'dates' ? ['new-dates', m.preparation_propose_dates()] : ['facts', m.preparation_propose_facts()]
  return (
    <p>
      <Link to={`/visits/${visitId}/${section}`}>{words}</Link>
    </p>
  )
}

export const formWords = {
  on_site: m.preparation_form_on_site,
  digital: m.preparation_form_digital,
  mixed: m.preparation_form_mixed,
}

/** Dates or form of the visit, in words. */
export function knownValue(page: PreparationPage, known: 'dates' | 'form'): string {
  const { startsOn, endsOn, form } = page.known
  if (known === 'dates') return startsOn && endsOn ? formatDayRange(startsOn, endsOn) : ''
  return formWords[form]()
}
