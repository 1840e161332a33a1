// Roles one has: what, where, until when, and a way to end each.
import { Link } from '@remix-run/react'
import type { RoleKind } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/index.ts'
import { roleDaysWords } from './RoleDays.tsx'
import { roleLabel } from './role-words.ts'

type ShownRole = {
  id: string
  kind: RoleKind
  unit: { id: string; name: string } | null
  visit: { id: string; title: string; language: string } | null
  startsAt: Date
  endsAt: Date | null
  isComing: boolean
  timeZone: string
}

type Props = {
  roles: readonly ShownRole[]
  /** Where ending is asked about, and what the button says. */
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
            <span className="sl-meta"> {daysWordsOf(role)}</span>
          </span>
          {/* Roles of visits end by leaving the visit. */}
          {role.visit ? null : (
            <ButtonLink to={endTo(role.id)} variant="secondary" size="small" about={roleLabel(role.kind)}>
              {endWord}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}

function daysWordsOf({ startsAt, endsAt, isComing, timeZone }: ShownRole): string {
  return roleDaysWords({ startsAt: isComing ? startsAt : null, endsAt }, timeZone)
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
