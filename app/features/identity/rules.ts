// Words and laws of accounts, invitations and roles. A guest's role always has an end; an invitation is for one address.
import { z } from 'zod'
import { unitRoleKinds } from '#app/kernel/actor.ts'
import { locale } from '#app/kernel/locale-schema.ts'
import { isInOrder, outOfOrder, roleDays } from './rules/role-days.ts'

/** Stored and compared trimmed and in lower case. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const personName = z.string().trim().min(1).max(120)
export const profession = z.string().trim().max(120).default('')

export const shortestPassword = 8
export const longestPassword = 256

/** No rules of composition: length, and not one of those that everybody tries first (OWASP ASVS 6.2). */
const newPassword = z.string().min(shortestPassword).max(longestPassword)

/** What somebody types to sign in is only bounded, never judged. */
export const signInInput = z.object({
  email: emailAddress,
  password: z.string().min(1).max(longestPassword),
  to: z.string().max(500).optional(),
})

export const loginLinkInput = z.object({ email: emailAddress, to: z.string().max(500).optional() })

/** Six digits, with the spaces that people and telephones put in between taken away. */
const sixDigits = z
  .string()
  .transform((code) => code.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))

export const loginCodeInput = z.object({ email: emailAddress, code: sixDigits, to: z.string().max(500).optional() })

export const emailChangeInput = z.object({ email: emailAddress, current: z.string().max(longestPassword).optional() })
export const emailCodeInput = z.object({ code: sixDigits })

export const profileInput = z.object({
  name: personName,
  profession,
  locale,
  theme: z.enum(['system', 'light', 'dark']),
  /** Mails when somebody comments or answers; left out: as before. */
  commentMails: z.enum(['yes', 'no']).optional(),
})
export type ProfileInput = z.output<typeof profileInput>

export const passwordInput = z.object({ current: z.string().max(longestPassword).optional(), password: newPassword })

export const unitInvitationInput = z
  .object({
    id: z.uuid(),
    email: emailAddress,
    name: z.string().trim().max(120).default(''),
    locale,
    roleKind: z.enum(unitRoleKinds),
    ...roleDays,
  })
  .refine(isInOrder, outOfOrder)

/**
 * Admins belong to no unit, everybody else to one. Guests are not made here: they come by invitation to a visit. An admin's role
 * has no days: one that runs out by itself could leave nobody who can give another.
 */
export const personRoleInput = z
  .object({ kind: z.enum(['admin', ...unitRoleKinds]), unitId: z.uuid().optional(), ...roleDays })
  .refine(isInOrder, outOfOrder)
  .refine(({ kind, startsOn, endsOn }) => kind !== 'admin' || !(startsOn || endsOn), {
    path: ['endsOn'],
    error: 'identity_error_admin_days',
  })
  .refine(({ kind, unitId }) => kind === 'admin' || unitId, { path: ['unitId'], error: 'identity_admin_role_unit_missing' })
  .refine(({ kind, unitId }) => kind !== 'admin' || !unitId, { path: ['unitId'], error: 'identity_admin_role_unit_not' })

export const loginMinutes = 15
/** Codes that may be typed for one mail. */
export const loginAttempts = 5
/** Minutes after signing in during which somebody counts as having just shown who they are. */
const justSignedInMinutes = 15
export const invitationDays = 30

export type InvitationFacts = {
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}
export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** The days of the role that a unit offered are over. A visit keeps the end of its own up to date. */
export function isPastRole(invitation: { visitId: string | null; roleEndsAt: Date | null }, now: Date): boolean {
  return invitation.visitId === null && invitation.roleEndsAt !== null && invitation.roleEndsAt <= now
}

/** Accepted and revoked are for ever; only an open invitation can run out. */
export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Statuses in which nothing more happens in a visit; the rooms above own the words. */
export const finishedVisits = ['closed', 'declined', 'withdrawn', 'cancelled'] as const
/** Days that a guest whose time ran out is still listed at the host unit, so that it can be made longer. */
export const endedGuestDays = 30

export function afterMinutes(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

/**
 * How somebody shows once more who they are before the address of the account is changed (OWASP ASVS 7.5.1): not at all when
 * they have just signed in, by password when they have one, else by signing in again.
 */
export type Proof = 'none' | 'password' | 'signing_in'

export function proofNeeded(account: { hasPassword: boolean; signedInAt: Date | null }, now: Date): Proof {
  const { hasPassword, signedInAt } = account
  if (signedInAt && afterMinutes(signedInAt, justSignedInMinutes) > now) return 'none'
  return hasPassword ? 'password' : 'signing_in'
}

/** Does a role row hold at the instant? The start belongs to it, the end does not. */
export function isActive(role: { startsAt: Date; endsAt: Date | null }, now: Date): boolean {
  return role.startsAt <= now && (role.endsAt === null || role.endsAt > now)
}
