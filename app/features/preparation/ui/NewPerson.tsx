// A row for one more who comes along. It is sent with the form; whoever is named gets an invitation of their own.
import { PersonPlusIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import { localeOfCountry, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { ownNameOf, plainField, SelectField, SubmitButton, TextField } from '#app/ui/index.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import type { TypedPerson } from './returned.ts'
import { idOfTarget, useSheet } from './WordsField.tsx'

export function NewPerson({ page, named }: { page: PreparationPage; named: readonly TypedPerson[] }) {
  const { errors } = useSheet()
  const typed = named[0]
  const spare = page.spareIds.at(-1) ?? ''
  const [id, setId] = useState(typed?.id || spare)
  // Once the person is among those who come, the row is for the next one.
  if (page.participants.some((person) => person.id === id)) setId(spare)
  const [home, ...others] = page.guestUnits
  // From several countries: the choice of organisation decides unless a language is chosen too.
  const language = typed?.locale ?? (home && others.length === 0 ? localeOfCountry(home.country) : '')
  const field = (name: Exclude<keyof TypedPerson, 'id'>, value: string) => {
    const error = errors[`people.0.${name}`]
    const plain = plainField(`people[0].${name}`, { value, id: idOfTarget(`people.0.${name}`) })
    return { ...plain, key: id, errors: error ? [error] : undefined }
  }
  return (
    <div className="sl-rows__row sl-rows__row--card">
      <input type="hidden" name="people[0].id" value={id} />
      <div className="sl-grid sl-grid--2">
        <TextField field={field('name', typed?.name ?? '')} label={m.preparation_person_name()} autoComplete="off" />
        <TextField
          field={field('email', typed?.email ?? '')}
          label={m.preparation_person_email()}
          type="email"
          autoComplete="off"
        />
        <TextField
          field={field('profession', typed?.profession ?? '')}
          label={m.preparation_person_profession()}
          optional
          autoComplete="off"
        />
        {others.length > 0 ? (
          <SelectField
            field={field('organisation', typed?.organisation ?? '')}
            label={m.preparation_person_organisation()}
            empty={m.preparation_person_organisation_empty()}
            optional
            options={page.guestUnits.map(({ name }) => ({ value: name, label: name }))}
          />
        ) : (
          <input type="hidden" name="people[0].organisation" value={home?.name ?? ''} />
        )}
        <SelectField
          field={field('locale', language)}
          label={m.preparation_person_language()}
          options={[
            ...(others.length > 0 ? [{ value: '', label: m.preparation_person_language_home() }] : []),
            ...locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each })),
          ]}
        />
      </div>
      <div>
        <SubmitButton variant="secondary" formAction="?add=person" icon={<PersonPlusIcon aria-hidden />}>
          {m.preparation_person_add()}
        </SubmitButton>
      </div>
    </div>
  )
}
