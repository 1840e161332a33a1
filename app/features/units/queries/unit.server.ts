// One unit: its page, and who belongs to it.
import { asc, eq, inArray } from 'drizzle-orm'
import { canRenewGuest, canSeeMembers, rolesToGive } from '#app/features/identity/policy.ts'
import {
  type GuestRow,
  listGuestsAt,
  listInvitationsTo,
  listRolesAt,
  type MemberRole,
  type WaitingInvitation,
} from '#app/features/identity/queries.server.ts'
import type { Actor, UnitRoleKind } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { closedPeriods, places, unitProfiles, units } from '#db/schema/index.ts'
import { canCloseUnit, canCreateUnitBelow, canEditUnit, canSeeUnit } from '../policy.ts'

export type Unit = typeof units.$inferSelect
export type Profile = typeof unitProfiles.$inferSelect
export type ClosedPeriod = typeof closedPeriods.$inferSelect
export type Place = typeof places.$inferSelect

export type UnitPage = {
  unit: Unit
  profile: Profile | null
  place: Place | null
  /** Units above, topmost first. */
  above: { id: string; name: string }[]
  below: { id: string; name: string; kind: Unit['kind']; closedAt: Date | null }[]
  /** Those that are not over yet, earliest first. */
  closedPeriods: ClosedPeriod[]
  can: { edit: boolean; seeMembers: boolean; createBelow: boolean; close: boolean }
}

/** The unit as its page shows it. @throws not_found for a visitor when the unit does not invite */
export async function findUnitFor(actor: Actor, unitId: string, ctx: Ctx = here()): Promise<UnitPage> {
  const [row] = await ctx.db
    .select({ unit: units, profile: unitProfiles, place: places })
    .from(units)
    .leftJoin(unitProfiles, eq(unitProfiles.unitId, units.id))
    .leftJoin(places, eq(places.code, units.placeCode))
    .where(eq(units.id, unitId))
  const { unit, profile, place } = found(row)
  hiddenUnless(canSeeUnit(actor, { isOpen: profile?.isOpen ?? false, closedAt: unit.closedAt }))
  const today = dayAt(ctx.now, unit.timeZone)
  const periods = await ctx.db
    .select()
    .from(closedPeriods)
    .where(eq(closedPeriods.unitId, unitId))
    .orderBy(asc(closedPeriods.startsOn), asc(closedPeriods.endsOn))
  return {
    ...{ unit, profile, place },
    above: await namesOf(unit.lineage.slice(0, -1), ctx),
    below: actor.kind === 'visitor' ? [] : await below(unitId, ctx),
    closedPeriods: periods.filter((period) => period.endsOn >= today),
    can: {
      edit: canEditUnit(actor, unit.lineage),
      seeMembers: canSeeMembers(actor, unit.lineage),
      createBelow: canCreateUnitBelow(actor, unit.lineage) && unit.closedAt === null,
      close: canCloseUnit(actor, unit.lineage),
    },
  }
}

export type UnitPeople = {
  unit: Unit
  members: MemberRole[]
  invitations: WaitingInvitation[]
  guests: GuestRow[]
  /** The roles that the reader may give here, strongest first; empty for those who only look. */
  giving: UnitRoleKind[]
}

/** Who belongs to the unit, for those who may see it. @throws not_found */
export async function findUnitPeopleFor(actor: Actor, unitId: string, ctx: Ctx = here()): Promise<UnitPeople> {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const unit = found(row)
  hiddenUnless(canSeeMembers(actor, unit.lineage))
  const giving = rolesToGive(actor, unit.lineage)
  const members = await listRolesAt([unitId], ctx)
  if (giving.length === 0) {
    // Colleagues see names and roles; addresses are for those who invite.
    return { unit, members: members.map((member) => ({ ...member, email: '' })), invitations: [], guests: [], giving }
  }
  return { unit, members, invitations: await listInvitationsTo(unitId, ctx), guests: await listGuestsAt(unitId, ctx), giving }
}

/** One guest of the unit, for those who may change their time. @throws not_found */
export async function findUnitGuestFor(
  actor: Actor,
  unitId: string,
  roleId: string,
  ctx: Ctx = here(),
): Promise<{ unit: Unit; guest: GuestRow }> {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const unit = found(row)
  const guest = found((await listGuestsAt(unitId, ctx)).find((each) => each.roleId === roleId))
  hiddenUnless(canRenewGuest(actor, { sponsorId: guest.sponsorId, hostLineage: unit.lineage }))
  return { unit, guest }
}

export async function listPlaces(ctx: Ctx = here()): Promise<Place[]> {
  return ctx.db.select().from(places)
}

async function namesOf(ids: readonly string[], ctx: Ctx): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(inArray(units.id, [...ids]))
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

async function below(unitId: string, ctx: Ctx): Promise<UnitPage['below']> {
  const { id, name, kind, closedAt } = units
  return ctx.db.select({ id, name, kind, closedAt }).from(units).where(eq(units.parentId, unitId))
}
