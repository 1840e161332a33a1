// Who reads and who plans a programme. Pure.
import { canCoordinate, canReadInside, participantOf, sideOf } from '#app/features/visits/policy.ts'
import { isBefore, type VisitFile } from '#app/features/visits/rules.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { SlotKind } from './words.ts'

/** Both sides read it. */
export function canReadProgramme(actor: Actor, file: VisitFile): boolean {
  return canReadInside(actor, file)
}

/** While the days are agreed and not over; afterwards the programme is history. */
export function isPlannable(file: VisitFile): boolean {
  return isBefore(file.visit) || file.visit.status === 'under_way'
}

/**
 * Hosts plan: coordinators and everybody who takes part on the host side, for it is their wards and their hours.
 * The guests' coordinators plan the slots in which the guests present, and nothing else: what they want to see they say as
 * goals, which the programme then has to serve.
 */
export function canPlan(actor: Actor, file: VisitFile, kind: SlotKind): boolean {
  if (!isPlannable(file)) return false
  if (isHostPlanner(actor, file)) return true
  return kind === 'guest_presents' && sideOf(actor, file) === 'guest' && canCoordinate(actor, file, 'guest')
}

/** May change a slot of kind `from` into one of kind `to`: both have to be theirs. */
export function canReplan(actor: Actor, file: VisitFile, from: SlotKind, to: SlotKind): boolean {
  return canPlan(actor, file, from) && canPlan(actor, file, to)
}

/** The kinds of slots the actor may plan; empty when none. */
export function plannableKinds(actor: Actor, file: VisitFile, kinds: readonly SlotKind[]): SlotKind[] {
  return kinds.filter((kind) => canPlan(actor, file, kind))
}

/** Moving the whole programme to other days is the hosts'. */
export function canMoveProgramme(actor: Actor, file: VisitFile): boolean {
  return isPlannable(file) && isHostPlanner(actor, file)
}

function isHostPlanner(actor: Actor, file: VisitFile): boolean {
  return participantOf(actor, file)?.side === 'host' || canCoordinate(actor, file, 'host')
}
