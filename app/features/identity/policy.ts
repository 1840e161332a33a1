// Who may give, end and see what. `lineage` is the unit's id and those of all units above it, the unit itself last.
import {
  type Actor,
  holdsAt,
  isAdmin,
  type Person,
  type RoleKind,
  type UnitRoleKind,
  unitRoleKinds,
} from '#app/kernel/actor.ts'

const grantable: Partial<Record<RoleKind, readonly UnitRoleKind[]>> = {
  education_lead: ['unit_manager', 'host_coordinator', 'resource_person', 'supervisor', 'member'],
  unit_manager: ['host_coordinator', 'resource_person', 'supervisor', 'member'],
  host_coordinator: ['resource_person', 'supervisor', 'member'],
}

/** May the actor give somebody the role at the unit? Leads also appoint leads of units below their own. */
export function canGiveRole(actor: Actor, kind: RoleKind, lineage: readonly string[]): boolean {
  if (isAdmin(actor)) return true
  if (kind === 'education_lead') return holdsAt(actor, ['education_lead'], lineage.slice(0, -1))
  return (Object.keys(grantable) as RoleKind[]).some(
    (held) => holdsAt(actor, [held], lineage) && grantable[held]?.some((each) => each === kind),
  )
}

/** The roles the actor may give at the unit; empty when none. */
export function rolesToGive(actor: Actor, lineage: readonly string[]): UnitRoleKind[] {
  return unitRoleKinds.filter((kind) => canGiveRole(actor, kind, lineage))
}

/** Whoever may give a role may end it, and everybody may lay down their own. */
export function canEndRole(actor: Actor, role: { userId: string; kind: RoleKind }, lineage: readonly string[]): boolean {
  if (actor.kind === 'person' && actor.id === role.userId) return true
  return canGiveRole(actor, role.kind, lineage)
}

/** Members of the unit itself, and those who lead it or something above it, see who belongs to it. */
export function canSeeMembers(actor: Actor, lineage: readonly string[]): boolean {
  if (isAdmin(actor)) return true
  return holdsAt(actor, unitRoleKinds, lineage.slice(-1)) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage)
}

/** The sponsor and those who answer for the host unit may let a guest stay longer or go earlier. */
export function canRenewGuest(actor: Actor, guest: { sponsorId: string | null; hostLineage: readonly string[] }): boolean {
  if (isAdmin(actor)) return true
  if (actor.kind === 'person' && actor.id === guest.sponsorId) return true
  return holdsAt(actor, ['education_lead', 'unit_manager', 'host_coordinator'], guest.hostLineage)
}

/** The list of all people is for admins: a directory of everybody is what leaks elsewhere. */
export function canSeePeople(actor: Actor): boolean {
  return isAdmin(actor)
}

/** Nobody shuts themselves out. */
export function canSuspend(actor: Actor, userId: string): boolean {
  return isAdmin(actor) && (actor as Person).id !== userId
}
