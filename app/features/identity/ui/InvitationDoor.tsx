// What somebody sees who opens an invitation: who invites, to what, for how long, and one button.
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDay, formatDayRange } from '#app/i18n/format.ts'
import type { RoleKind } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, SubmitButton } from '#app/ui/index.ts'
import { roleWord } from './role-words.ts'
import { SignInDoor } from './SignIn.tsx'

export type ShownInvitation = {
  email: string
  roleKind: RoleKind
  invitedBy: string | null
  unitName: string | null
  visit: { title: string; language: string; hostName: string; startsOn: string | null; endsOn: string | null } | null
  /** Days, for people: the link's last one, the role's first one when it is still to come, and its last one. */
  lastDay: string
  roleFirstDay: string | null
  roleLastDay: string | null
}

export function InvitationDoor({
  invitation,
  refusal,
  signIn,
}: {
  invitation: ShownInvitation
  refusal?: string
  signIn: string | null
}) {
  const { visit, unitName } = invitation
  return (
    <SignInDoor
      title={visit || !unitName ? m.identity_invitation_title_visit() : m.identity_invitation_title_unit({ unit: unitName })}
    >
      {refusal ? (
        <Notice tone="warning" announce>
          {refusal}
        </Notice>
      ) : null}
      <div className="sl-stack">
        <p className="sl-lead">
          {invitation.invitedBy
            ? m.identity_invitation_from({ name: invitation.invitedBy })
            : m.identity_invitation_from_product()}
        </p>
        {visit ? <VisitFacts visit={visit} /> : null}
        <p>
          {m.identity_invitation_as({ role: roleWord(invitation.roleKind) })}{' '}
          {invitation.roleFirstDay ? `${m.identity_invitation_begins({ day: formatDay(invitation.roleFirstDay) })} ` : null}
          {invitation.roleLastDay ? m.identity_invitation_until({ day: formatDay(invitation.roleLastDay) }) : null}
        </p>
      </div>
      {signIn ? (
        <ButtonLink to={signIn} wide>
          {m.identity_login_submit()}
        </ButtonLink>
      ) : (
        <Form method="post" className="sl-form">
          <SubmitButton wide>{m.identity_invitation_accept()}</SubmitButton>
        </Form>
      )}
      <p className="sl-meta">
        {m.identity_invitation_for({ email: invitation.email })} {m.identity_invitation_no_password()}{' '}
        {m.identity_invitation_lasts({ day: formatDay(invitation.lastDay) })}
      </p>
    </SignInDoor>
  )
}

function VisitFacts({ visit }: { visit: NonNullable<ShownInvitation['visit']> }) {
  return (
    <>
      <p className="sl-voice" lang={visit.language}>
        {visit.title}
      </p>
      <p>
        {m.identity_invitation_visit_at({ host: visit.hostName })}{' '}
        {visit.startsOn && visit.endsOn ? formatDayRange(visit.startsOn, visit.endsOn) : null}
      </p>
    </>
  )
}

/** The link ran out: a new one goes to the invited address. */
export function ExpiredInvitation({ email, action }: { email: string; action: string }) {
  return (
    <SignInDoor title={m.identity_invitation_expired_title()} lead={m.identity_invitation_expired_lead({ email })}>
      <Form method="post" action={action} className="sl-form">
        <SubmitButton wide>{m.identity_invitation_ask_new()}</SubmitButton>
      </Form>
    </SignInDoor>
  )
}

/** Accepted before, perhaps on another device: sign in and go there. */
export function AcceptedInvitation({ to, signedIn }: { to: string; signedIn: boolean }) {
  return (
    <SignInDoor
      title={m.identity_invitation_accepted_title()}
      lead={signedIn ? undefined : m.identity_invitation_accepted_lead()}
    >
      <ButtonLink to={signedIn ? to : `/login?to=${encodeURIComponent(to)}`} wide>
        {signedIn ? m.identity_invitation_go() : m.identity_login_submit()}
      </ButtonLink>
    </SignInDoor>
  )
}

/** Another account is signed in on this browser. */
export function OtherAccount({ name, email, invited }: { name: string; email: string; invited: string }) {
  return (
    <SignInDoor title={m.identity_invitation_other_title()} lead={m.identity_invitation_other_lead({ name, email, invited })}>
      <Form method="post" action="/logout" className="sl-form">
        <SubmitButton wide>{m.identity_logout_submit()}</SubmitButton>
      </Form>
    </SignInDoor>
  )
}

export function GoneInvitation({ children }: { children?: ReactNode }) {
  return (
    <SignInDoor title={m.identity_invitation_gone_title()} lead={m.identity_error_invitation_gone()}>
      {children}
      <p>
        <Link to="/login">{m.identity_login_submit()}</Link>
      </p>
    </SignInDoor>
  )
}

/** A new mail is under way. */
export function SentInvitation() {
  return <SignInDoor title={m.identity_invitation_sent_title()} lead={m.identity_invitation_sent_lead()} />
}
