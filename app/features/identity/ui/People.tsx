// The list of people, for admins.
import { Form, Link } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { type Column, DataTable, plainField, SubmitButton, TextField } from '#app/ui/index.ts'
import type { PersonRow } from '../queries/accounts.server.ts'

export function PeopleSearch({ search }: { search: string }) {
  return (
    <Form method="get" role="search" className="sl-row sl-row--end">
      <TextField field={plainField('q', { value: search })} label={m.identity_admin_search()} type="search" />
      <SubmitButton variant="secondary">{m.identity_admin_search_submit()}</SubmitButton>
    </Form>
  )
}

const columns = (): Column<PersonRow>[] => [
  {
    key: 'name',
    label: m.identity_name(),
    cell: (person) => <Link to={`/admin/people/${person.id}`}>{person.name}</Link>,
  },
  { key: 'email', label: m.identity_email(), cell: (person) => person.email },
  {
    key: 'state',
    label: m.identity_admin_state(),
    cell: (person) =>
      person.suspendedAt
        ? m.identity_admin_suspended()
        : m.identity_admin_since({ day: formatShortDay(dayAt(person.createdAt, HOME_ZONE)) }),
  },
]

export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  if (people.length === 0) return <p>{m.identity_admin_people_none()}</p>
  return (
    <DataTable
      caption={m.identity_admin_people_caption()}
      columns={columns()}
      rows={people}
      rowKey={(person) => person.id}
      stack
    />
  )
}
