// Reads of accounts, sessions, roles and invitations.
import { and, desc, eq, gt, ilike, inArray, isNull, or } from 'drizzle-orm'
import type { Actor, Person, RoleKind } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { invitations, roles, sessions, units, users, visits } from '#db/schema/index.ts'
import { canSeePeople } from './policy.ts'
import { type InvitationState, invitationState } from './rules.ts'
import { hashOf } from './secrets.server.ts'

export type OpenedInvitation = {
  id: string
  email: string
  name: string
  roleKind: RoleKind
  state: InvitationState
  expiresAt: Date
  roleEndsAt: Date | null
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
  const { id, email, name, roleKind, expiresAt, roleEndsAt, unitId, visitId } = row.invitation
  return {
    ...{ id, email, name, roleKind, expiresAt, roleEndsAt },
    state: invitationState(row.invitation, ctx.now),
    invitedBy: row.inviter,
    unit: unitId ? await unitOf(unitId, ctx) : null,
    visit: visitId ? await visitOf(visitId, ctx) : null,
  }
}

async function unitOf(unitId: string, ctx: Ctx) {
  const [unit] = await ctx.db.select({ id: units.id, name: units.name }).from(units).where(eq(units.id, unitId))
  return unit ?? null
}

async function visitOf(visitId: string, ctx: Ctx) {
  const { id, title, language, startsOn, endsOn } = visits
  const [visit] = await ctx.db
    .select({ id, title, language, startsOn, endsOn, hostName: units.name })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(eq(visits.id, visitId))
  return visit ?? null
}

export type MyAccount = {
  email: string
  name: string
  profession: string
  locale: Locale
  theme: 'system' | 'light' | 'dark'
  hasPassword: boolean
}

export async function findMyAccount(actor: Person, ctx: Ctx = here()): Promise<MyAccount> {
  const [row] = await ctx.db.select().from(users).where(eq(users.id, actor.id))
  const { email, name, profession, locale, theme, passwordHash } = found(row)
  return { email, name, profession, locale, theme, hasPassword: passwordHash !== null }
}

export type MySession = { key: string; device: string; createdAt: Date; expiresAt: Date; isThis: boolean }

/** The actor's living sessions, newest first. `current` is the row of the session that asks. */
export async function listMySessions(actor: Person, current: string | null, ctx: Ctx = here()): Promise<MySession[]> {
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), gt(sessions.expiresAt, ctx.now)))
    .orderBy(desc(sessions.createdAt))
  return rows.map(({ id, device, createdAt, expiresAt }) => ({ key: id, device, createdAt, expiresAt, isThis: id === current }))
}

export type HeldRole = {
  id: string
  kind: RoleKind
  unit: { id: string; name: string } | null
  visit: { id: string; title: string } | null
  startsAt: Date
  endsAt: Date | null
}

export async function listMyRoles(actor: Person, ctx: Ctx = here()): Promise<HeldRole[]> {
  return rolesOf(actor.id, ctx)
}

export type PersonRow = {
  id: string
  name: string
  email: string
  profession: string
  suspendedAt: Date | null
  createdAt: Date
}

/** People whose name or address contains the text, at most `limit`, newest first. Admins only. */
export async function listPeopleFor(
  actor: Actor,
  filter: { search?: string | undefined; limit?: number },
  ctx: Ctx = here(),
): Promise<PersonRow[]> {
  if (!canSeePeople(actor)) throw new DomainError('not_found')
  const { id, name, email, profession, suspendedAt, createdAt } = users
  const text = filter.search?.trim()
  const like = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : undefined
  return ctx.db
    .select({ id, name, email, profession, suspendedAt, createdAt })
    .from(users)
    .where(like ? or(ilike(name, like), ilike(email, like)) : undefined)
    .orderBy(desc(createdAt))
    .limit(filter.limit ?? 50)
}

/** One person with all roles that hold or will hold. Admins only. */
export async function findPersonFor(
  actor: Actor,
  userId: string,
  ctx: Ctx = here(),
): Promise<PersonRow & { locale: Locale; roles: HeldRole[] }> {
  if (!canSeePeople(actor)) throw new DomainError('not_found')
  const [row] = await ctx.db.select().from(users).where(eq(users.id, userId))
  const { id, name, email, profession, suspendedAt, createdAt, locale } = found(row)
  return { id, name, email, profession, suspendedAt, createdAt, locale, roles: await rolesOf(userId, ctx) }
}

async function rolesOf(userId: string, ctx: Ctx): Promise<HeldRole[]> {
  const rows = await ctx.db
    .select({ role: roles, unitName: units.name, visitTitle: visits.title })
    .from(roles)
    .leftJoin(units, eq(units.id, roles.unitId))
    .leftJoin(visits, eq(visits.id, roles.visitId))
    .where(and(eq(roles.userId, userId), or(isNull(roles.endsAt), gt(roles.endsAt, ctx.now))))
    .orderBy(desc(roles.startsAt))
  return rows.map(({ role, unitName, visitTitle }) => ({
    id: role.id,
    kind: role.kind,
    unit: role.unitId ? { id: role.unitId, name: unitName ?? '' } : null,
    visit: role.visitId ? { id: role.visitId, title: visitTitle ?? '' } : null,
    startsAt: role.startsAt,
    endsAt: role.endsAt,
  }))
}

export type MemberRole = {
  roleId: string
  userId: string
  name: string
  email: string
  profession: string
  kind: RoleKind
  since: Date
}

/** Who holds which role at the unit itself now. For rooms above, which have asked who may see it. */
export async function listRolesAt(unitId: string, ctx: Ctx): Promise<MemberRole[]> {
  return ctx.db
    .select({
      roleId: roles.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      profession: users.profession,
      kind: roles.kind,
      since: roles.startsAt,
    })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(and(eq(roles.unitId, unitId), or(isNull(roles.endsAt), gt(roles.endsAt, ctx.now)), isNull(users.suspendedAt)))
}

export type GuestRow = {
  roleId: string
  userId: string
  name: string
  email: string
  visitId: string
  visitTitle: string
  sponsorName: string | null
  endsAt: Date | null
}

/** Guests of visits that the unit hosts, also those whose time has just run out (so that they can be renewed). */
export async function listGuestsAt(unitId: string, ctx: Ctx): Promise<GuestRow[]> {
  const rows = await ctx.db
    .select({ role: roles, name: users.name, email: users.email, visitId: visits.id, visitTitle: visits.title })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .innerJoin(visits, eq(visits.id, roles.visitId))
    .where(and(eq(visits.hostUnitId, unitId), eq(roles.kind, 'guest'), isNull(roles.endedBy), isNull(users.suspendedAt)))
  const sponsorIds = rows.map(({ role }) => role.sponsorId).filter((id) => id !== null)
  const sponsors = sponsorIds.length > 0 ? await ctx.db.select().from(users).where(inArray(users.id, sponsorIds)) : []
  const nameOf = new Map(sponsors.map((sponsor) => [sponsor.id, sponsor.name]))
  return rows.map(({ role, ...rest }) => ({
    ...rest,
    roleId: role.id,
    userId: role.userId,
    sponsorName: role.sponsorId ? (nameOf.get(role.sponsorId) ?? null) : null,
    endsAt: role.endsAt,
  }))
}

export type WaitingInvitation = {
  id: string
  email: string
  name: string
  roleKind: RoleKind
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
    const { id, email, name, roleKind, createdAt, expiresAt } = row
    return { id, email, name, roleKind, createdAt, expiresAt, state: invitationState(row, ctx.now) }
  })
}
