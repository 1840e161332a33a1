// Roles one has: what, where, until when, and a way to end each.
import { Form, Link } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import type { RoleKind } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/index.ts'
import { roleLabel } from './role-words.ts'

type ShownRole = {
  id: string
  kind: RoleKind
  unit: { id: string; name: string } | null
  visit: { id: string; title: string; language: string } | null
  endsAt: Date | null
}

type Props = {
  roles: readonly ShownRole[]
  /** Where ending posts to, and what the button says. */
  endTo: (roleId: string) => string
  endWord: string
}

export function RoleList({ roles, endTo, endWord }: Props) {
  return (
    <ul className="sl-lines">
      {roles.map((role) => (
        <li key={role.id} className="sl-row sl-row--between">
          <span>
            <b>{roleLabel(role.kind)}</b> · <Place role={role} />
            {role.endsAt ? (
              <span className="sl-meta">
                {' '}
                {m.identity_role_until({ day: formatShortDay(dayAt(new Date(role.endsAt.getTime() - 1), 'Europe/Stockholm')) })}
              </span>
            ) : null}
          </span>
          {/* Roles of visits end by leaving the visit. */}
          {role.visit ? null : (
            <Form method="post" action={endTo(role.id)}>
              <SubmitButton variant="secondary" size="small" aria-label={`${endWord}: ${roleLabel(role.kind)}`}>
                {endWord}
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function Place({ role }: { role: ShownRole }) {
  if (role.visit) {
    return (
      <Link to={`/visits/${role.visit.id}`} lang={role.visit.language}>
        {role.visit.title}
      </Link>
    )
  }
  if (role.unit) return <Link to={`/units/${role.unit.id}`}>{role.unit.name}</Link>
  return m.identity_role_everywhere()
}
