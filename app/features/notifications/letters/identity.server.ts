// Letters of the identity room: the way in, another address, invitations. Their tokens exist nowhere else.
import { and, eq, isNull } from 'drizzle-orm'
import { loginMinutes } from '#app/features/identity/rules.ts'
import { calendarInviteFor } from '#app/features/programme/calendar.server.ts'
import { isInCalendars } from '#app/features/visits/rules/moves.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translate.server.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { emailChanges, invitations, units, users } from '#db/schema/index.ts'
import { readAddress, readCircle } from '../circle.server.ts'
import type { Quote } from '../words.ts'
import type { Draft } from './draft.ts'
import { factsOf } from './visit-words.ts'

type Told<E extends NotifyEvent['event']> = Extract<NotifyEvent, { event: E }>

export async function loginLink(event: Told<'identity.login_link'>, ctx: Ctx): Promise<Draft[]> {
  const to = await readAddress(event.userId, ctx)
  if (!to) return []
  const back = event.to ? `?to=${encodeURIComponent(event.to)}` : ''
  return [
    {
      to,
      visitId: null,
      write: () => ({
        subject: m.notifications_login_subject({ minutes: loginMinutes }),
        paragraphs: [m.notifications_login_text()],
        code: event.code,
        action: { label: m.notifications_login_action(), path: `/login/${event.token}${back}` },
        why: m.notifications_login_why(),
        contact: null,
      }),
    },
  ]
}

/** To the new address, as long as the link works and nobody has used it. */
export async function emailChange({ changeId, token, code }: Told<'identity.email_change'>, ctx: Ctx): Promise<Draft[]> {
  const asked = await readChange(changeId, ctx)
  if (!asked || asked.change.usedAt || asked.change.expiresAt <= ctx.now) return []
  const { change, person } = asked
  return [
    {
      to: { name: person.name, email: change.email, locale: person.locale },
      visitId: null,
      write: () => ({
        subject: m.notifications_email_change_subject({ minutes: loginMinutes }),
        paragraphs: [m.notifications_email_change_text()],
        code,
        action: { label: m.notifications_email_change_action(), path: `/settings/email/${token}` },
        why: m.notifications_email_change_why({ name: person.name }),
        contact: null,
      }),
    },
  ]
}

/** To the old address, whoever reads it now: what has happened, not where the account has gone. */
export async function emailChanged({ changeId }: Told<'identity.email_changed'>, ctx: Ctx): Promise<Draft[]> {
  const done = await readChange(changeId, ctx)
  if (!done?.change.usedAt) return []
  const { change, person } = done
  return [
    {
      to: { name: person.name, email: change.before, locale: person.locale },
      visitId: null,
      write: () => ({
        subject: m.notifications_email_changed_subject(),
        paragraphs: [m.notifications_email_changed_text(), m.notifications_email_changed_not_you()],
        why: m.notifications_email_changed_why(),
        contact: null,
      }),
    },
  ]
}

/** Instead of the link, when the wanted address has an account of its own. */
export async function emailTaken({ userId }: Told<'identity.email_taken'>, ctx: Ctx): Promise<Draft[]> {
  const to = await readAddress(userId, ctx)
  if (!to) return []
  return [
    {
      to,
      visitId: null,
      write: () => ({
        subject: m.notifications_email_taken_subject(),
        paragraphs: [m.notifications_email_taken_text(), m.notifications_email_taken_both()],
        action: { label: m.notifications_login_action(), path: '/login' },
        why: m.notifications_email_taken_why(),
        contact: null,
      }),
    },
  ]
}

async function readChange(changeId: string, ctx: Ctx) {
  const [row] = await ctx.db
    .select({ change: emailChanges, person: users })
    .from(emailChanges)
    .innerJoin(users, eq(users.id, emailChanges.userId))
    .where(and(eq(emailChanges.id, changeId), isNull(users.suspendedAt)))
  return row
}

/** An invitation that was accepted, taken back or has run out meanwhile is not sent. */
export async function invitation({ invitationId, token }: Told<'identity.invitation'>, ctx: Ctx): Promise<Draft[]> {
  const [row] = await ctx.db
    .select({ invitation: invitations, inviter: users, unit: units })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .leftJoin(units, eq(units.id, invitations.unitId))
    .where(eq(invitations.id, invitationId))
  if (!row) return []
  const { invitation, inviter, unit } = row
  if (invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= ctx.now) return []
  const circle = invitation.visitId ? await readCircle(invitation.visitId, ctx) : null
  const { email, name, locale, expiresAt, roleKind } = invitation
  const calendarOf = (file: VisitFile) => calendarInviteFor(file, { name, email }, 'REQUEST', ctx.now)
  return [
    {
      to: { name, email, locale },
      visitId: invitation.visitId,
      write() {
        const names = { inviter: inviter?.name ?? circle?.file.hostUnit.name ?? m.common_product(), unit: unit?.name ?? '' }
        const day = formatDay(dayAt(expiresAt, circle?.file.visit.timeZone ?? unit?.timeZone ?? HOME_ZONE))
        const role = translate(`identity_role_${roleKind}`) ?? ''
        // Days that stand already come along; those who were invited earlier got them when they were agreed.
        const content = circle && isInCalendars(circle.file.visit) ? calendarOf(circle.file) : null
        const about = roleKind === 'guest' ? m.notifications_invitation_guest() : m.notifications_invitation_host()
        return {
          subject: circle
            ? m.notifications_invitation_visit_subject({ ...names, day, title: circle.file.visit.title })
            : m.notifications_invitation_unit_subject({ ...names, day }),
          paragraphs: [
            circle ? about : m.notifications_invitation_unit({ ...names, role }),
            ...(circle ? inquiryOf(circle.file) : []),
            ...(content ? [m.notifications_confirmed_text()] : []),
            m.notifications_invitation_no_password(),
          ],
          facts: circle ? factsOf(circle.file) : [],
          action: { label: m.notifications_invitation_action(), path: `/i/${token}` },
          why: m.notifications_invitation_why(names),
          contact: inviter ? { name: inviter.name, email: inviter.email } : null,
          calendar: content ? { method: 'REQUEST', content } : undefined,
        }
      },
    },
  ]
}

/** While the visit is only asked for, what the other side wrote is the reason to answer. */
function inquiryOf({ visit, hostUnit }: VisitFile): Quote[] {
  if (visit.status !== 'asked') return []
  return [{ words: visit.inquiry, language: visit.language, by: visit.direction === 'invited' ? hostUnit.name : '' }]
}
