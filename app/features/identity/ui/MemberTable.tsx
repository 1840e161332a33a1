// Who belongs to a unit, and who has been invited to.
import { Form } from '@remix-run/react'
import { formatShortDay, sortByName } from '#app/i18n/format.ts'
import type { UnitRoleKind } from '#app/kernel/actor.ts'
import { dayAt, lastDayBefore } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, type Column, DataTable, EmptyState, SubmitButton } from '#app/ui/index.ts'
import type { WaitingInvitation } from '../queries/invitations.server.ts'
import type { MemberRole } from '../queries/roles.server.ts'
import { roleDaysWords } from './RoleDays.tsx'
import { roleLabel } from './role-words.ts'

type Props = {
  members: readonly MemberRole[]
  giving: readonly UnitRoleKind[]
  me: string
  /** By whose clock days are meant. */
  zone: string
  endTo: (roleId: string) => string
}

/** One row a role. Addresses and the way to end a role are for those who may give it (and for oneself). */
export function MemberTable({ members, giving, me, zone, endTo }: Props) {
  if (members.length === 0) {
    return (
      <EmptyState id="no-people" title={m.units_people_none_title()}>
        <p>{m.units_people_none()}</p>
      </EmptyState>
    )
  }
  const mayEnd = (member: MemberRole) => member.userId === me || giving.some((kind) => kind === member.kind)
  const columns: Column<MemberRole>[] = [
    { key: 'name', label: m.identity_name(), cell: (member) => <Name member={member} withAddress={giving.length > 0} /> },
    { key: 'role', label: m.units_people_role(), cell: (member) => roleLabel(member.kind) },
    { key: 'since', label: m.units_people_since(), cell: (member) => formatShortDay(dayAt(member.since, zone)) },
  ]
  if (members.some((member) => member.until)) {
    const cell = ({ until }: MemberRole) => (until ? formatShortDay(lastDayBefore(until, zone)) : null)
    columns.push({ key: 'until', label: m.units_people_until(), cell })
  }
  if (members.some(mayEnd)) {
    const cell = (member: MemberRole) => (mayEnd(member) ? <EndButton member={member} to={endTo(member.roleId)} /> : null)
    columns.push({ key: 'end', label: m.units_people_action(), cell })
  }
  return (
    <DataTable
      caption={m.units_people_caption()}
      columns={columns}
      rows={sortByName(members, (member) => member.name)}
      rowKey={(member) => member.roleId}
    />
  )
}

function Name({ member, withAddress }: { member: MemberRole; withAddress: boolean }) {
  const about = [member.profession, withAddress ? member.email : ''].filter(Boolean).join(' · ')
  return (
    <>
      {member.name}
      {about ? (
        <>
          <br />
          <span className="sl-meta">{about}</span>
        </>
      ) : null}
    </>
  )
}

function EndButton({ member, to }: { member: MemberRole; to: string }) {
  return (
    <ButtonLink to={to} variant="secondary" size="small" about={`${member.name}, ${roleLabel(member.kind)}`}>
      {m.units_people_end()}
    </ButtonLink>
  )
}

type Waiting = { invitations: readonly WaitingInvitation[]; zone: string; to: string }

export function WaitingList({ invitations, zone, to }: Waiting) {
  return (
    <ul className="sl-lines">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="sl-row sl-row--between">
          <span>
            {[invitation.name || invitation.email, roleLabel(invitation.roleKind), promised(invitation, zone)]
              .filter(Boolean)
              .join(' · ')}{' '}
            <span className="sl-meta">
              {invitation.state === 'expired'
                ? m.units_invitation_expired()
                : m.units_invitation_until({ day: formatShortDay(dayAt(invitation.expiresAt, zone)) })}
            </span>
          </span>
          <span className="sl-row">
            <Answer to={`${to}/${invitation.id}/renewal`} word={m.units_invitation_renew()} about={invitation.email} />
            <Answer to={`${to}/${invitation.id}/revocation`} word={m.units_invitation_revoke()} about={invitation.email} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function promised({ roleStartsAt, roleEndsAt }: WaitingInvitation, zone: string): string {
  return roleDaysWords({ startsAt: roleStartsAt, endsAt: roleEndsAt }, zone)
}

function Answer({ to, word, about }: { to: string; word: string; about: string }) {
  return (
    <Form method="post" action={to}>
      <SubmitButton variant="secondary" size="small" aria-label={`${word}: ${about}`}>
        {word}
      </SubmitButton>
    </Form>
  )
}
