// Reads of invitations: what the holder of a link sees, and what waits for an answer at a unit.
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Actor, RoleKind } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE, lastDayBefore } from '#app/kernel/days.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { invitations, units, users, visits } from '#db/schema/index.ts'
import { type InvitationState, invitationState, isPastRole } from '../rules.ts'
import { hashOf } from '../secrets.server.ts'
import type { ShownInvitation } from '../ui/InvitationDoor.tsx'

export type OpenedInvitation = {
  id: string
  email: string
  name: string
  roleKind: RoleKind
  state: InvitationState
  expiresAt: Date
  roleStartsAt: Date | null
  roleEndsAt: Date | null
  /** By whose clock the role's days are meant. */
  timeZone: string
  invitedBy: string | null
  unit: { id: string; name: string } | null
  visit: {
    id: string
    title: string
    language: string
    startsOn: string | null
    endsOn: string | null
    hostName: string
  } | null
}

/** What the holder of the link may see: enough to decide, nothing of others. @throws DomainError gone for a link that is none */
export async function findInvitationByToken(token: string, ctx: Ctx = here()): Promise<OpenedInvitation> {
  const [row] = await ctx.db
    .select({ invitation: invitations, inviter: users.name })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.tokenHash, hashOf(token)))
  if (!row) throw new DomainError('gone', 'identity_error_invitation_gone')
  const { id, email, name, roleKind, expiresAt, roleStartsAt, roleEndsAt, unitId, visitId } = row.invitation
  const state = invitationState(row.invitation, ctx.now)
  const isPast = state !== 'accepted' && isPastRole(row.invitation, ctx.now)
  const unit = unitId ? await unitOf(unitId, ctx) : null
  const visit = visitId ? await visitOf(visitId, ctx) : null
  return {
    ...{ id, email, name, roleKind, expiresAt, roleStartsAt, roleEndsAt },
    ...{ unit, visit },
    state: isPast ? 'revoked' : state,
    timeZone: unit?.timeZone ?? visit?.timeZone ?? HOME_ZONE,
    invitedBy: row.inviter,
  }
}

export type ShownInvitationPage =
  | { state: 'gone' }
  | { state: 'accepted'; to: string; signedIn: boolean }
  | { state: 'other'; name: string; email: string; invited: string }
  | { state: 'expired'; email: string; renewal: string }
  | { state: 'open'; invitation: ShownInvitation; signIn: string }

/** What the page behind an invitation link shows to whoever opens it. Changes nothing. */
export async function showInvitation(actor: Actor, token: string, ctx: Ctx = here()): Promise<ShownInvitationPage> {
  const opened = await findInvitationByToken(token, ctx).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'gone') return undefined
    throw error
  })
  if (!opened || opened.state === 'revoked') return { state: 'gone' }
  const own = `/i/${encodeURIComponent(token)}`
  const isThem = actor.kind === 'person' && actor.email === opened.email
  if (opened.state === 'accepted') {
    const to = opened.visit ? `/visits/${opened.visit.id}` : `/units/${opened.unit?.id}`
    return { state: 'accepted', to, signedIn: isThem }
  }
  if (actor.kind === 'person' && !isThem) return { state: 'other', name: actor.name, email: actor.email, invited: opened.email }
  if (opened.state === 'expired') return { state: 'expired', email: opened.email, renewal: `${own}/renewal` }
  const { email, roleKind, invitedBy, unit, visit } = opened
  const { roleStartsAt, timeZone } = opened
  const lastDay = lastDayBefore(opened.expiresAt, timeZone)
  const roleLastDay = opened.roleEndsAt && lastDayBefore(opened.roleEndsAt, timeZone)
  const roleFirstDay = roleStartsAt && roleStartsAt > ctx.now ? dayAt(roleStartsAt, timeZone) : null
  const days = { lastDay, roleFirstDay, roleLastDay }
  const invitation = { email, roleKind, invitedBy, unitName: unit?.name ?? null, visit, ...days }
  return { state: 'open', invitation, signIn: `/login?to=${encodeURIComponent(own)}` }
}

async function unitOf(unitId: string, ctx: Ctx) {
  const { id, name, timeZone } = units
  const [unit] = await ctx.db.select({ id, name, timeZone }).from(units).where(eq(units.id, unitId))
  return unit ?? null
}

async function visitOf(visitId: string, ctx: Ctx) {
  const { id, title, language, startsOn, endsOn, timeZone } = visits
  const [visit] = await ctx.db
    .select({ id, title, language, startsOn, endsOn, timeZone, hostName: units.name })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(eq(visits.id, visitId))
  return visit ?? null
}

export type WaitingInvitation = {
  id: string
  email: string
  name: string
  roleKind: RoleKind
  roleStartsAt: Date | null
  roleEndsAt: Date | null
  createdAt: Date
  expiresAt: Date
  state: InvitationState
}

/** Invitations to the unit that wait for an answer, or ran out without one. For rooms above. */
export async function listInvitationsTo(unitId: string, ctx: Ctx): Promise<WaitingInvitation[]> {
  const rows = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.unitId, unitId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(desc(invitations.createdAt))
  return rows.map((row) => {
    const { id, email, name, roleKind, roleStartsAt, roleEndsAt, createdAt, expiresAt } = row
    const state = invitationState(row, ctx.now)
    return { ...{ id, email, name, roleKind, roleStartsAt, roleEndsAt }, ...{ createdAt, expiresAt, state } }
  })
}
