// Roles begin and end as rows; nothing is deleted. The lower half is for rooms above, which have asked their own policy.
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { type Actor, personIdOf, type RoleKind } from '#app/kernel/actor.ts'
import { addDays, HOME_ZONE, instantAt } from '#app/kernel/days.ts'
import { allowed, DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { accessChanged } from '#app/live/bus.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { invitations, roles, units, users, visits } from '#db/schema/index.ts'
import { canEndRole, canGiveRole, canRenewGuest } from '../policy.ts'
import { isNotOverAt } from '../queries/held-now.server.ts'
import { doMeet, joined, type RoleDays, roleInstants } from '../rules/role-days.ts'
import { finishedVisits } from '../rules.ts'

type GivenRole = { id?: string | undefined; userId: string; kind: RoleKind; unitId: string | null }

/**
 * Gives somebody a role at a unit, or everywhere (`unitId` null, admin only), from one day to another if these are given. Held
 * already: it is made longer if the new days ask for that.
 * @throws DomainError forbidden, invalid for a guest (they come by invitation to a visit) and for days that have passed, not_found
 */
export async function giveRole(actor: Actor, input: GivenRole & RoleDays, ctx: Ctx = here()): Promise<void> {
  if (input.kind === 'guest' || (input.kind === 'admin') !== (input.unitId === null)) throw new DomainError('invalid')
  await transaction(ctx, async (inner) => {
    const { startsOn, endsOn, ...role } = input
    const { lineage, timeZone } = await placeOf(input.unitId, inner)
    allowed(canGiveRole(actor, input.kind, lineage), 'identity_error_give_role')
    const period = roleInstants({ startsOn, endsOn }, timeZone)
    if (period.endsAt && period.endsAt <= inner.now) throw new DomainError('invalid', 'identity_error_role_end_passed')
    const [user] = await inner.db.select({ id: users.id }).from(users).where(eq(users.id, input.userId))
    await grantRole(inner, { ...role, ...period, userId: found(user).id, givenBy: personIdOf(actor) })
  })
}

/**
 * Ends a role now, also one that has not begun. One for a visit ends with the seat there, in the visits room, which sees to it that each side keeps somebody
 * who can act.
 * @throws DomainError conflict for a role for a visit, and when it would leave the installation without an admin
 */
export async function endRole(actor: Actor, input: { roleId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const [role] = await inner.db.select().from(roles).where(eq(roles.id, input.roleId)).for('update')
    const { userId, kind, unitId, visitId } = found(role)
    const lineage = visitId ? await hostLineageOf(visitId, inner) : (await placeOf(unitId, inner)).lineage
    hiddenUnless(canEndRole(actor, { userId, kind }, lineage))
    if (!role || (role.endsAt && role.endsAt <= inner.now)) return
    if (visitId) throw new DomainError('conflict', 'identity_error_visit_role')
    if (kind === 'admin') await keepAnAdmin(inner)
    await inner.db
      .update(roles)
      .set({ endsAt: inner.now, endedBy: personIdOf(actor) })
      .where(eq(roles.id, input.roleId))
    accessChanged(inner, userId)
  })
}

/**
 * Lets a guest stay until another instant, the visit's days included; also one whose time has run out, but not one who was sent
 * away, nor when the visit is over.
 */
export async function renewGuest(actor: Actor, input: { roleId: string; endsAt: Date }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const guest = await findGuestRole(actor, input.roleId, inner)
    if (input.endsAt <= inner.now) throw new DomainError('invalid', 'identity_error_guest_end')
    if (guest.endedBy) throw new DomainError('conflict', 'identity_error_guest_ended')
    await stillNeeded(guest.visitId, input.endsAt, inner)
    await inner.db.update(roles).set({ endsAt: input.endsAt }).where(eq(roles.id, guest.id))
    accessChanged(inner, guest.userId)
  })
}

/** Nobody stays on in a visit that is over, and nobody is shut out before its last day: for that they are removed from it. */
async function stillNeeded(visitId: string | null, endsAt: Date, ctx: Ctx): Promise<void> {
  const [visit] = visitId ? await ctx.db.select().from(visits).where(eq(visits.id, visitId)) : []
  const { status, endsOn, timeZone } = found(visit)
  if (finishedVisits.some((each) => each === status)) throw new DomainError('conflict', 'identity_error_guest_visit_over')
  if (endsOn && endsAt < instantAt(addDays(endsOn, 1), '00:00', timeZone)) {
    throw new DomainError('invalid', 'identity_error_guest_before_end')
  }
}

/** A guest becomes a member of a unit; the guest role goes on to its own end, and their posts are theirs as before. */
export async function makeMember(actor: Actor, input: { roleId: string; unitId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const guest = await findGuestRole(actor, input.roleId, inner)
    await giveRole(actor, { userId: guest.userId, kind: 'member', unitId: input.unitId }, inner)
  })
}

type Grant = GivenRole & {
  visitId?: string | null
  sponsorId?: string | null
  startsAt?: Date | null
  endsAt?: Date | null
  givenBy: string | null
}

/** For rooms above: the role from `startsAt` on, but never from the past; one that the person holds then is made longer. */
export async function grantRole(ctx: Ctx, role: Grant): Promise<void> {
  const { id = newId(), ...columns } = role
  const startsAt = role.startsAt && role.startsAt > ctx.now ? role.startsAt : ctx.now
  const endsAt = role.endsAt ?? null
  const row = { ...columns, id, visitId: role.visitId ?? null, startsAt, endsAt, givenAt: ctx.now }
  if (role.kind === 'guest') {
    await ctx.db
      .insert(roles)
      .values(row)
      .onConflictDoUpdate({
        target: [roles.userId, roles.visitId],
        targetWhere: sql`${roles.kind} = 'guest' and ${roles.endedBy} is null`,
        set: { endsAt },
      })
  } else {
    const held = await heldThen(ctx, row)
    if (held) await ctx.db.update(roles).set(joined(held, row)).where(eq(roles.id, held.id))
    else await ctx.db.insert(roles).values(row).onConflictDoNothing()
  }
  accessChanged(ctx, role.userId)
}

/** For rooms above: a person leaves a visit, or everybody when it closes. `endedBy` null when the product did it by the clock. */
export async function endRolesOfVisit(
  ctx: Ctx,
  ending: { visitId: string; userId?: string; endedBy: string | null },
): Promise<void> {
  const isTheirs = ending.userId ? eq(roles.userId, ending.userId) : undefined
  const ended = await ctx.db
    .update(roles)
    .set({ endsAt: ctx.now, endedBy: ending.endedBy })
    .where(and(eq(roles.visitId, ending.visitId), isTheirs, isNotOverAt(ctx.now)))
    .returning({ userId: roles.userId })
  for (const { userId } of ended) accessChanged(ctx, userId)
}

/**
 * For rooms above: everybody with a role for the visit (or one of them) keeps it until this instant, now that it is known, and
 * open invitations to the visit promise the same. Those who were sent away stay away.
 */
export async function setVisitRoleEnds(
  ctx: Ctx,
  ending: { visitId: string; userId?: string; endsAt: Date | null },
): Promise<void> {
  const { visitId, userId, endsAt } = ending
  await ctx.db
    .update(roles)
    .set({ endsAt })
    .where(and(eq(roles.visitId, visitId), userId ? eq(roles.userId, userId) : undefined, isNull(roles.endedBy)))
  if (userId) return
  const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))
  await ctx.db
    .update(invitations)
    .set({ roleEndsAt: endsAt })
    .where(and(eq(invitations.visitId, visitId), isOpen))
}

/** Says to the sockets of those whose role ended by itself in the last minutes that their rights have changed. */
export async function tellEndedRoles(ctx: Ctx, minutes: number): Promise<void> {
  const since = new Date(ctx.now.getTime() - minutes * 60_000)
  const ended = await ctx.db
    .selectDistinct({ userId: roles.userId })
    .from(roles)
    .where(and(gt(roles.endsAt, since), lte(roles.endsAt, ctx.now)))
  for (const { userId } of ended) accessChanged(ctx, userId)
}

async function findGuestRole(actor: Actor, roleId: string, ctx: Ctx): Promise<typeof roles.$inferSelect> {
  const [row] = await ctx.db.select().from(roles).where(eq(roles.id, roleId)).for('update')
  const role = found(row)
  const isTheirGuest =
    role.kind === 'guest' &&
    role.visitId !== null &&
    canRenewGuest(actor, { sponsorId: role.sponsorId, hostLineage: await hostLineageOf(role.visitId, ctx) })
  hiddenUnless(isTheirGuest)
  return role
}

/** The same role of the same person at a time that meets the given one's. */
async function heldThen(
  ctx: Ctx,
  role: { userId: string; kind: RoleKind; unitId: string | null; visitId: string | null; startsAt: Date; endsAt: Date | null },
): Promise<typeof roles.$inferSelect | undefined> {
  const atUnit = role.unitId ? eq(roles.unitId, role.unitId) : isNull(roles.unitId)
  const atVisit = role.visitId ? eq(roles.visitId, role.visitId) : isNull(roles.visitId)
  const rows = await ctx.db
    .select()
    .from(roles)
    .where(and(eq(roles.userId, role.userId), eq(roles.kind, role.kind), atUnit, atVisit))
  return rows.find((row) => doMeet(row, role))
}

async function keepAnAdmin(ctx: Ctx): Promise<void> {
  const admins = await ctx.db
    .select({ id: roles.id })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(and(eq(roles.kind, 'admin'), isNotOverAt(ctx.now), isNull(users.suspendedAt)))
    .for('update')
  if (admins.length <= 1) throw new DomainError('conflict', 'identity_error_last_admin')
}

async function placeOf(unitId: string | null, ctx: Ctx): Promise<{ lineage: string[]; timeZone: string }> {
  if (unitId === null) return { lineage: [], timeZone: HOME_ZONE }
  const { lineage, timeZone } = units
  const [unit] = await ctx.db.select({ lineage, timeZone }).from(units).where(eq(units.id, unitId))
  return found(unit)
}

async function hostLineageOf(visitId: string, ctx: Ctx): Promise<string[]> {
  const [host] = await ctx.db
    .select({ lineage: units.lineage })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(eq(visits.id, visitId))
  return found(host).lineage
}
