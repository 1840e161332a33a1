// Reads of roles: who holds what where.
import { and, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { type Actor, type Person, personIdOf, type RoleKind } from '#app/kernel/actor.ts'
import { daysLater, HOME_ZONE } from '#app/kernel/days.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { roles, units, users, visits } from '#db/schema/index.ts'
import { canEndRole } from '../policy.ts'
import { endedGuestDays, finishedVisits } from '../rules.ts'
import { isNotOverAt } from './held-now.server.ts'

export type HeldRole = {
  id: string
  kind: RoleKind
  unit: { id: string; name: string } | null
  visit: { id: string; title: string; language: string } | null
  startsAt: Date
  endsAt: Date | null
  /** It has not begun yet. */
  isComing: boolean
  /** By whose clock its days are meant. */
  timeZone: string
}

export async function listMyRoles(actor: Person, ctx: Ctx = here()): Promise<HeldRole[]> {
  return rolesOf(actor.id, ctx)
}

/** Roles that hold or will hold. For queries that have asked who may see them. */
export async function rolesOf(userId: string, ctx: Ctx): Promise<HeldRole[]> {
  const rows = await ctx.db
    .select({
      role: roles,
      unitName: units.name,
      visitTitle: visits.title,
      visitLanguage: visits.language,
      unitZone: units.timeZone,
      visitZone: visits.timeZone,
    })
    .from(roles)
    .leftJoin(units, eq(units.id, roles.unitId))
    .leftJoin(visits, eq(visits.id, roles.visitId))
    .where(and(eq(roles.userId, userId), isNotOverAt(ctx.now)))
    .orderBy(desc(roles.startsAt))
  return rows.map(({ role, unitName, visitTitle, visitLanguage, unitZone, visitZone }) => ({
    id: role.id,
    kind: role.kind,
    unit: role.unitId ? { id: role.unitId, name: unitName ?? '' } : null,
    visit: role.visitId ? { id: role.visitId, title: visitTitle ?? '', language: visitLanguage ?? '' } : null,
    startsAt: role.startsAt,
    endsAt: role.endsAt,
    isComing: role.startsAt > ctx.now,
    timeZone: unitZone ?? visitZone ?? HOME_ZONE,
  }))
}

export type RoleToEnd = {
  id: string
  kind: RoleKind
  holder: string
  place: string | null
  /** Set for a role for a visit: it ends by leaving the visit, and nowhere else. */
  visitId: string | null
  isMine: boolean
}

/**
 * A role that the actor may end, as it is asked about before it ends.
 * @throws not_found also when it has ended
 */
export async function findRoleToEndFor(actor: Actor, roleId: string, ctx: Ctx = here()): Promise<RoleToEnd> {
  const [row] = await ctx.db
    .select({ role: roles, holder: users.name, place: units.name, lineage: units.lineage })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .leftJoin(units, eq(units.id, roles.unitId))
    .where(and(eq(roles.id, roleId), isNotOverAt(ctx.now)))
  const { role, holder, place, lineage } = found(row)
  hiddenUnless(canEndRole(actor, role, lineage ?? []))
  return { id: role.id, kind: role.kind, holder, place, visitId: role.visitId, isMine: role.userId === personIdOf(actor) }
}

export type MemberRole = {
  roleId: string
  unitId: string | null
  userId: string
  name: string
  email: string
  profession: string
  kind: RoleKind
  since: Date
  until: Date | null
}

/** Who holds which role at these very units, or will. For rooms above, which have asked who may see it. */
export async function listRolesAt(unitIds: readonly string[], ctx: Ctx): Promise<MemberRole[]> {
  return ctx.db
    .select({
      roleId: roles.id,
      unitId: roles.unitId,
      userId: users.id,
      name: users.name,
      email: users.email,
      profession: users.profession,
      kind: roles.kind,
      since: roles.startsAt,
      until: roles.endsAt,
    })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(and(inArray(roles.unitId, [...unitIds]), isNotOverAt(ctx.now), isNull(users.suspendedAt)))
}

export type GuestRow = {
  roleId: string
  userId: string
  name: string
  email: string
  visitId: string
  visitTitle: string
  /** BCP 47: what the title is written in. */
  visitLanguage: string
  sponsorId: string | null
  sponsorName: string | null
  endsAt: Date | null
  /** Their time has run out; they may still be renewed. */
  hasEnded: boolean
}

/**
 * Guests of visits that the unit hosts and that are not over, also those whose time has just run out (so that they can be
 * renewed). After that the host unit has no more use for their addresses.
 */
export async function listGuestsAt(unitId: string, ctx: Ctx): Promise<GuestRow[]> {
  const rows = await ctx.db
    .select({
      role: roles,
      name: users.name,
      email: users.email,
      visitId: visits.id,
      visitTitle: visits.title,
      visitLanguage: visits.language,
    })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .innerJoin(visits, eq(visits.id, roles.visitId))
    .where(
      and(
        eq(visits.hostUnitId, unitId),
        notInArray(visits.status, [...finishedVisits]),
        eq(roles.kind, 'guest'),
        isNull(roles.endedBy),
        isNotOverAt(daysLater(ctx.now, -endedGuestDays)),
        isNull(users.suspendedAt),
      ),
    )
  const sponsorIds = rows.map(({ role }) => role.sponsorId).filter((id) => id !== null)
  const sponsors = sponsorIds.length > 0 ? await ctx.db.select().from(users).where(inArray(users.id, sponsorIds)) : []
  const nameOf = new Map(sponsors.map((sponsor) => [sponsor.id, sponsor.name]))
  return rows.map(({ role, ...rest }) => ({
    ...rest,
    roleId: role.id,
    userId: role.userId,
    sponsorId: role.sponsorId,
    sponsorName: role.sponsorId ? (nameOf.get(role.sponsorId) ?? null) : null,
    endsAt: role.endsAt,
    hasEnded: role.endsAt !== null && role.endsAt <= ctx.now,
  }))
}
