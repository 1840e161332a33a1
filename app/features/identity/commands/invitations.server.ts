// Invitations are bound to an address. The token is in the mail only; one statement accepts, so that it works once.
import { and, eq, gt, isNull } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import { type Actor, personIdOf, type RoleKind, type UnitRoleKind } from '#app/kernel/actor.ts'
import { daysLater } from '#app/kernel/days.ts'
import { allowed, DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { invitations, roles, units, users } from '#db/schema/index.ts'
import { canGiveRole } from '../policy.ts'
import { type RoleDays, roleInstants } from '../rules/role-days.ts'
import { invitationDays, isPastRole } from '../rules.ts'
import { hashOf, newToken } from '../secrets.server.ts'
import { isShut } from '../shut-accounts.server.ts'
import { grantRole } from './roles.server.ts'

type Invitation = typeof invitations.$inferSelect

type NewInvitation = {
  id?: string | undefined
  email: string
  name?: string
  locale: Locale
  roleKind: RoleKind
  unitId?: string | null
  visitId?: string | null
  roleStartsAt?: Date | null
  roleEndsAt?: Date | null
  sponsorId?: string | null
  invitedBy: string | null
}

/**
 * Makes an invitation and mails it. For rooms above, which have asked their own policy; inside the caller's transaction.
 * An open invitation of the same address to the same place is renewed instead; the same `id` twice makes one.
 */
export async function createInvitation(ctx: Ctx, input: NewInvitation): Promise<{ id: string }> {
  return transaction(ctx, async (inner) => {
    const { id = newId(), unitId = null, visitId = null, ...columns } = input
    const known = await findOpen(inner, { email: input.email, unitId, visitId })
    if (known && known.id !== id) {
      await inner.db.update(invitations).set(columns).where(eq(invitations.id, known.id))
      await renewInvitation(inner, known.id)
      return { id: known.id }
    }
    const token = newToken()
    const made = await inner.db
      .insert(invitations)
      .values({ ...columns, id, unitId, visitId, tokenHash: hashOf(token), createdAt: inner.now, expiresAt: lastDay(inner) })
      .onConflictDoNothing({ target: invitations.id })
      .returning()
    if (made.length > 0) await enqueue(inner, 'notify', { event: 'identity.invitation', invitationId: id, token })
    return { id }
  })
}

type UnitInvitation = { id: string; unitId: string; email: string; name: string; locale: Locale; roleKind: UnitRoleKind }

/**
 * Invites an address to hold a role at a unit, from one day to another if these are given.
 * @throws DomainError forbidden, not_found, invalid when the last day has passed
 */
export async function inviteToUnit(actor: Actor, input: UnitInvitation & RoleDays, ctx: Ctx = here()): Promise<{ id: string }> {
  const { startsOn, endsOn, ...invitation } = input
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, input.unitId))
  const { lineage, timeZone } = found(unit)
  allowed(canGiveRole(actor, input.roleKind, lineage), 'identity_error_give_role')
  const { startsAt: roleStartsAt, endsAt: roleEndsAt } = roleInstants({ startsOn, endsOn }, timeZone)
  if (roleEndsAt && roleEndsAt <= ctx.now) throw new DomainError('invalid', 'identity_error_role_end_passed')
  return createInvitation(ctx, { ...invitation, roleStartsAt, roleEndsAt, invitedBy: personIdOf(actor) })
}

/** A new token and a new month; the old link opens nothing from now on. For rooms above and for the guest who asks. */
export async function renewInvitation(ctx: Ctx, invitationId: string): Promise<void> {
  await transaction(ctx, async (inner) => {
    const token = newToken()
    const [renewed] = await inner.db
      .update(invitations)
      .set({ tokenHash: hashOf(token), expiresAt: lastDay(inner) })
      .where(and(eq(invitations.id, invitationId), isUnanswered))
      .returning()
    if (!renewed) throw new DomainError('gone', 'identity_error_invitation_gone')
    await enqueue(inner, 'notify', { event: 'identity.invitation', invitationId, token })
  })
}

/** Takes an invitation back. For rooms above. An accepted one is beyond that: end the role instead. */
export async function revokeInvitation(ctx: Ctx, invitationId: string): Promise<void> {
  await ctx.db
    .update(invitations)
    .set({ revokedAt: ctx.now })
    .where(and(eq(invitations.id, invitationId), isUnanswered))
}

/** For rooms above: nobody comes to a visit that is over. */
export async function revokeInvitationsToVisit(ctx: Ctx, visitId: string): Promise<void> {
  await ctx.db
    .update(invitations)
    .set({ revokedAt: ctx.now })
    .where(and(eq(invitations.visitId, visitId), isUnanswered))
}

export async function renewUnitInvitation(actor: Actor, input: { invitationId: string }, ctx: Ctx = here()): Promise<void> {
  const invitation = await findUnitInvitation(actor, input.invitationId, ctx)
  await renewInvitation(ctx, invitation.id)
}

export async function revokeUnitInvitation(actor: Actor, input: { invitationId: string }, ctx: Ctx = here()): Promise<void> {
  const invitation = await findUnitInvitation(actor, input.invitationId, ctx)
  await revokeInvitation(ctx, invitation.id)
}

/** The holder of a link that ran out gets a new one, by mail to the invited address only. */
export async function askForNewInvitation(input: { token: string }, ctx: Ctx = here()): Promise<void> {
  const [invitation] = await ctx.db
    .select()
    .from(invitations)
    .where(
      and(eq(invitations.tokenHash, hashOf(input.token)), isUnanswered, gt(invitations.createdAt, daysLater(ctx.now, -180))),
    )
  if (!invitation) throw new DomainError('gone', 'identity_error_invitation_gone')
  await renewInvitation(ctx, invitation.id)
}

export type Accepted = {
  userId: string
  email: string
  name: string
  unitId: string | null
  visitId: string | null
  invitationId: string
  /** The person has no session yet and may be given one. */
  signIn: boolean
}

/**
 * Accepts: makes the account when there is none (no password needed) and gives the role.
 * Somebody signed in with another address is refused; an account that can do more than a guest signs in first, since the link
 * may lie in a mailbox for weeks.
 * @throws DomainError gone, conflict (identity_error_other_account, identity_error_sign_in_first)
 */
export async function acceptInvitation(
  actor: Actor,
  input: { token: string; locale: Locale },
  ctx: Ctx = here(),
): Promise<Accepted> {
  return transaction(ctx, async (inner) => {
    const isOpen = and(isUnanswered, gt(invitations.expiresAt, inner.now))
    const [invitation] = await inner.db
      .update(invitations)
      .set({ acceptedAt: inner.now })
      .where(and(eq(invitations.tokenHash, hashOf(input.token)), isOpen))
      .returning()
    if (!invitation || isPastRole(invitation, inner.now)) throw new DomainError('gone', 'identity_error_invitation_gone')
    if (actor.kind === 'person' && actor.email !== invitation.email) {
      throw new DomainError('conflict', 'identity_error_other_account', { email: actor.email })
    }
    const user = await accountFor(actor, invitation, input.locale, inner)
    await inner.db.update(invitations).set({ acceptedBy: user.id }).where(eq(invitations.id, invitation.id))
    const { roleKind: kind, unitId, visitId, roleStartsAt: startsAt, roleEndsAt: endsAt } = invitation
    const { sponsorId, invitedBy: givenBy } = invitation
    await grantRole(inner, { userId: user.id, kind, unitId, visitId, startsAt, endsAt, sponsorId, givenBy })
    const { id: userId, email, name } = user
    return { userId, email, name, unitId, visitId, invitationId: invitation.id, signIn: actor.kind !== 'person' }
  })
}

async function accountFor(actor: Actor, invitation: Invitation, locale: Locale, ctx: Ctx): Promise<typeof users.$inferSelect> {
  const known = await userWithAddress(invitation.email, ctx)
  if (!known) {
    const name = invitation.name || (invitation.email.split('@')[0] ?? invitation.email)
    // Two invitations to one new address may be accepted in the same moment; the address makes one account of them.
    const account = { id: newId(), email: invitation.email, name, locale, createdAt: ctx.now }
    await ctx.db.insert(users).values(account).onConflictDoNothing({ target: users.email })
    return found(await userWithAddress(invitation.email, ctx))
  }
  if (isShut(known)) throw new DomainError('gone', 'identity_error_invitation_gone')
  if (actor.kind !== 'person' && (known.passwordHash || (await isMoreThanGuest(known.id, ctx)))) {
    throw new DomainError('conflict', 'identity_error_sign_in_first')
  }
  return known
}

async function isMoreThanGuest(userId: string, ctx: Ctx): Promise<boolean> {
  const held = await ctx.db.select().from(roles).where(eq(roles.userId, userId))
  // One that has not begun yet counts: the session would outlast the wait.
  return held.some((role) => !['guest', 'member'].includes(role.kind) && (role.endsAt === null || role.endsAt > ctx.now))
}

async function userWithAddress(email: string, ctx: Ctx): Promise<typeof users.$inferSelect | undefined> {
  const [user] = await ctx.db.select().from(users).where(eq(users.email, email))
  return user
}

async function findOpen(
  ctx: Ctx,
  place: { email: string; unitId: string | null; visitId: string | null },
): Promise<Invitation | undefined> {
  const atUnit = place.unitId ? eq(invitations.unitId, place.unitId) : isNull(invitations.unitId)
  const atVisit = place.visitId ? eq(invitations.visitId, place.visitId) : isNull(invitations.visitId)
  const [known] = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.email, place.email), atUnit, atVisit, isUnanswered))
  return known
}

async function findUnitInvitation(actor: Actor, invitationId: string, ctx: Ctx): Promise<Invitation> {
  const [row] = await ctx.db
    .select({ invitation: invitations, lineage: units.lineage })
    .from(invitations)
    .innerJoin(units, eq(units.id, invitations.unitId))
    .where(and(eq(invitations.id, invitationId), isNull(invitations.visitId)))
  const { invitation, lineage } = found(row)
  hiddenUnless(canGiveRole(actor, invitation.roleKind, lineage))
  return invitation
}

const isUnanswered = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))

function lastDay(ctx: Ctx): Date {
  return daysLater(ctx.now, invitationDays)
}
