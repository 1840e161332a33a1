// Who sees and changes units. What a unit that invites says of itself is for everybody; the rest is for people with an account.
import { type Actor, holdsAt, isAdmin } from '#app/kernel/actor.ts'
import type { Lineage } from './rules.ts'

/** Units that invite are public; all others, also closed ones, are seen by whoever has signed in. */
export function canSeeUnit(actor: Actor, unit: { isOpen: boolean; closedAt: Date | null }): boolean {
  return actor.kind !== 'visitor' || (unit.isOpen && unit.closedAt === null)
}

/** Those who answer for the unit or something above it write its page. */
export function canEditUnit(actor: Actor, lineage: Lineage): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead', 'unit_manager', 'host_coordinator'], lineage)
}

/** Units are made below a unit one leads; units without one above by admins and by the operator's command line. */
export function canCreateUnitBelow(actor: Actor, parent: Lineage): boolean {
  return isAdmin(actor) || actor.kind === 'system' || holdsAt(actor, ['education_lead', 'unit_manager'], parent)
}

/** Moving changes whose results a unit counts in, so both the old and the new place must be the actor's. */
export function canMoveUnit(actor: Actor, lineage: Lineage, newParent: Lineage): boolean {
  return (
    isAdmin(actor) ||
    (holdsAt(actor, ['education_lead'], lineage.slice(0, -1)) && holdsAt(actor, ['education_lead'], newParent))
  )
}

/** A unit is closed, and opened again, by those who lead what is above it. */
export function canCloseUnit(actor: Actor, lineage: Lineage): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage.slice(0, -1))
}
