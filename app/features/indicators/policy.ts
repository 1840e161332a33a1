// Who may see results and who may set targets.
import { type Actor, holdsAt, isAdmin, unitRoleKinds } from '#app/kernel/actor.ts'

/**
 * May the actor see the unit's indicators? Those with a role at the unit or above it, and those who work somewhere below
 * it: everybody may know how their own organisation does. `lineage`: the unit and all above it. `homes`: the lineages of
 * the units where the actor holds a role. Numbers are protected for everyone alike; no role sees past that.
 */
export function canReadIndicators(actor: Actor, lineage: readonly string[], homes: readonly (readonly string[])[]): boolean {
  if (isAdmin(actor) || holdsAt(actor, unitRoleKinds, lineage)) return true
  const unitId = lineage.at(-1)
  return unitId !== undefined && homes.some((home) => home.includes(unitId))
}

/** May the actor report what is in place at the unit? Its managers, education leads at it or above, and administrators. */
export function canReport(actor: Actor, lineage: readonly string[]): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage)
}

/** May the actor say what the unit aims at? Education leads at the unit or above it, and administrators. */
export function canSetTarget(actor: Actor, lineage: readonly string[]): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead'], lineage)
}
