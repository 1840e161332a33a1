// Who keeps a register, who sees it, and who says what is counted. `lineage`: the unit and all above it, the unit last.
import { type Actor, holdsAt, isAdmin, unitRoleKinds } from '#app/kernel/actor.ts'

/** Those who answer for the unit, or lead the education of something above it, keep its register by names. */
export function canKeepRegister(actor: Actor, lineage: readonly string[]): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage)
}

/** Whoever works at the unit may ask for their own row there; no colleague sees another's. */
export function canAskForOwnRow(actor: Actor, lineage: readonly string[]): boolean {
  return holdsAt(actor, unitRoleKinds, lineage)
}

/** Who is counted is decided for a unit and everything below it by its education leads. */
export function canDecideCounting(actor: Actor, lineage: readonly string[]): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead'], lineage)
}
