// Who may see, coordinate and take part in a visit. Each function takes the actor and facts of the visit, and nothing else.
import { type Actor, holdsAt, holdsForVisit, isAdmin, type RoleKind, unitRoleKinds } from '#app/kernel/actor.ts'
import type { ChecklistRole } from './rules/reference.ts'
import type { Seat, Seating, Side } from './rules/words.ts'

export const coordinating: readonly RoleKind[] = ['unit_manager', 'host_coordinator']

/**
 * The actor as participant, or null. Those who left or were removed are none; a guest whose role for the visit has ended
 * is none either, unless they hold a role at one of the guest units.
 */
export function participantOf<S extends Seat>(actor: Actor, file: Seating<S>): S | null {
  if (actor.kind !== 'person') return null
  const mine = file.participants.find((participant) => participant.userId === actor.id && participant.leftAt === null)
  if (!mine) return null
  if (mine.side === 'host') return holdsHere(actor, file, [file.hostUnit.lineage]) ? mine : null
  const homes = file.guestUnits.map((unit) => unit.lineage)
  return holdsHere(actor, file, homes) ? mine : null
}

function holdsHere(actor: Actor, file: Seating, lineages: readonly string[][]): boolean {
  return (
    isAdmin(actor) ||
    holdsForVisit(actor, ['guest', 'member'], file.visit.id) ||
    lineages.some((lineage) => holdsAt(actor, unitRoleKinds, lineage))
  )
}

/** The side the actor stands on: as participant, else as manager or coordinator above the host unit or a guest unit. */
export function sideOf(actor: Actor, file: Seating): Side | null {
  const mine = participantOf(actor, file)
  if (mine) return mine.side
  if (holdsAt(actor, coordinating, file.hostUnit.lineage)) return 'host'
  return file.guestUnits.some((unit) => holdsAt(actor, coordinating, unit.lineage)) ? 'guest' : null
}

/**
 * May the actor know of the visit and read its facts: title, units, dates, status, who meets?
 * Both sides, education leads above either unit, administrators and the clock. Being admin or education lead opens the
 * facts only: what people wrote for the participants is `canReadInside`.
 */
export function canReadVisit(actor: Actor, file: Seating): boolean {
  if (actor.kind === 'system') return true
  if (isAdmin(actor) || sideOf(actor, file) !== null) return true
  const lineages = [file.hostUnit.lineage, ...file.guestUnits.map((unit) => unit.lineage)]
  return lineages.some((lineage) => holdsAt(actor, ['education_lead'], lineage))
}

/** May the actor read what is written for the participants: preparation, programme, posts, addresses of people, history? */
export function canReadInside(actor: Actor, file: Seating): boolean {
  return actor.kind === 'system' || sideOf(actor, file) !== null
}

/**
 * The side the actor plans for, or null. Their own seat comes first: whoever comes as a guest plans for the guests, also in a
 * house that they answer for. A person above both units without a seat plans for the host.
 */
export function coordinatedSide(actor: Actor, file: Seating): Side | null {
  const mine = participantOf(actor, file)
  if (mine?.isCoordinator) return mine.side
  const side = sideOf(actor, file)
  const lineages = side === 'host' ? [file.hostUnit.lineage] : file.guestUnits.map((unit) => unit.lineage)
  return lineages.some((lineage) => holdsAt(actor, coordinating, lineage)) ? side : null
}

/** May the actor plan for the side: answer, propose and agree days, invite and remove its people, call off? */
export function canCoordinate(actor: Actor, file: Seating, side: Side): boolean {
  return coordinatedSide(actor, file) === side
}

/** May the actor write as one of those who meet: goals, posts, answers, confirmations? */
export function canTakePart(actor: Actor, file: Seating): boolean {
  return participantOf(actor, file) !== null
}

/** The lists of the checklist that are the actor's own: what they plan, answer for, and do themselves. */
export function checklistRolesOf(actor: Actor, file: Seating): ChecklistRole[] {
  const coordinates = coordinatedSide(actor, file)
  const seat = participantOf(actor, file)?.side
  const leads =
    sideOf(actor, file) === 'guest' && file.guestUnits.some((unit) => holdsAt(actor, ['unit_manager'], unit.lineage))
  return [
    ...(coordinates ? [`${coordinates}_coordinator` as const] : []),
    ...(leads ? (['guest_leader'] as const) : []),
    ...(seat ? [seat] : []),
  ]
}

/** May the actor ask for a visit on behalf of a group? Everybody with an account may. */
export function canAskForVisit(actor: Actor): boolean {
  return actor.kind === 'person'
}

/** May the actor invite guests to the unit? `lineage`: the host unit and all above it. */
export function canInviteTo(actor: Actor, lineage: readonly string[]): boolean {
  return holdsAt(actor, coordinating, lineage)
}

/** May the actor send this person's invitation again? Their side's coordinators, the hosts in their own house, and the sponsor. */
export function canRenewInvitation(actor: Actor, file: Seating, person: Seat, sponsorId: string | null): boolean {
  if (person.leftAt) return false
  if (actor.kind === 'person' && actor.id === sponsorId && canReadInside(actor, file)) return true
  return canCoordinate(actor, file, person.side) || canCoordinate(actor, file, 'host')
}

/** May the actor take this person out? Oneself, the side's coordinators, and the hosts in their own house. */
export function canRemove(actor: Actor, file: Seating, person: Seat): boolean {
  if (actor.kind === 'person' && actor.id === person.userId) return true
  return canCoordinate(actor, file, person.side) || canCoordinate(actor, file, 'host')
}
