// Who walks, who may look, who may change. What is written in a pair is for the two, and for nobody who stands above them.
import { type Actor, holdsAt, unitRoleKinds } from '#app/kernel/actor.ts'
import { askedMembers, type GroupFile, presentMembers } from './rules/group.ts'
import { leaderAsked, leaderNow, type PairFile, pairStatus } from './rules/pair.ts'
import type { Walker } from './words.ts'

/** The role at the unit that somebody is invited to, to walk there. */
export const roleToWalkAs = { resource_person: 'resource_person', leader: 'unit_manager' } as const

/** Those with a role at the unit itself, and those who lead it from above: who can walk a path there. */
export function belongsToUnit(actor: Actor, lineage: readonly string[]): boolean {
  return holdsAt(actor, unitRoleKinds, lineage.slice(-1)) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage)
}

/**
 * As which of the two the actor walks now. The resource person stays it when they leave the unit, since the walk is theirs; a
 * manager only while they belong to the unit and nobody has followed them.
 */
export function walkerOf(actor: Actor, pair: PairFile): Walker | null {
  if (actor.kind !== 'person') return null
  if (actor.id === pair.resourcePerson.id) return pair.joinedAt ? 'resource_person' : null
  return leaderNow(pair)?.personId === actor.id && belongsToUnit(actor, pair.unit.lineage) ? 'leader' : null
}

/** As which of the two the actor is asked to walk. */
export function invitedAs(actor: Actor, pair: PairFile): Walker | null {
  if (actor.kind !== 'person' || pair.endedAt || !belongsToUnit(actor, pair.unit.lineage)) return null
  if (actor.id === pair.resourcePerson.id) return pair.joinedAt ? null : 'resource_person'
  return leaderAsked(pair)?.personId === actor.id ? 'leader' : null
}

/** Those who are only asked see who asks and where, nothing of what is written. */
export function canKnowPair(actor: Actor, pair: PairFile): boolean {
  return walkerOf(actor, pair) !== null || invitedAs(actor, pair) !== null
}

/** What the two have done, written together and shared: the same for both. */
export function canReadInside(actor: Actor, pair: PairFile): boolean {
  return walkerOf(actor, pair) !== null
}

/** Both write while they walk, and belong to the unit; not in a pause. */
export function canWriteJoint(actor: Actor, pair: PairFile): boolean {
  return canAct(actor, pair) && pairStatus(pair) === 'under_way'
}

/** Talks are planned while they walk; what is planned can be moved, called off and noted until the walk is over. */
export function canTendTalks(actor: Actor, pair: PairFile): boolean {
  return canAct(actor, pair) && pair.joinedAt !== null && pairStatus(pair) !== 'ended'
}

/** Either may, without asking the other. */
export function canPause(actor: Actor, pair: PairFile): boolean {
  return canWriteJoint(actor, pair)
}

/** Either may, also the one who did not pause. */
export function canResume(actor: Actor, pair: PairFile): boolean {
  return canAct(actor, pair) && pairStatus(pair) === 'paused'
}

/** Either may end it, also the resource person who has left the unit. */
export function canEnd(actor: Actor, pair: PairFile): boolean {
  return walkerOf(actor, pair) !== null && pairStatus(pair) !== 'ended'
}

/** Either may ask another manager to go on with it: when one leaves, the other must not be stuck. Nobody starts in a closed unit. */
export function canNameLeader(actor: Actor, pair: PairFile): boolean {
  return canTendTalks(actor, pair) && pair.unit.closedAt === null
}

/** Either takes it along to another unit; where to is asked separately. */
export function canMove(actor: Actor, pair: PairFile): boolean {
  return walkerOf(actor, pair) !== null && pair.joinedAt !== null && pairStatus(pair) !== 'ended'
}

/** Who answers for education at the unit or above it may ask two others to walk together. */
export function canBringTogether(actor: Actor, lineage: readonly string[]): boolean {
  return holdsAt(actor, ['education_lead'], lineage)
}

/** With whom one shares has to be there: not before both have said yes, not when it is over. */
export function canShareWith(actor: Actor, pair: PairFile): boolean {
  return walkerOf(actor, pair) !== null && ['under_way', 'paused'].includes(pairStatus(pair))
}

/** The writer decides; the other one reads what is shared with their pair. */
export function canReadReflection(
  actor: Actor,
  reflection: { personId: string; sharedPairId: string | null },
  pair: PairFile | null,
): boolean {
  if (actor.kind !== 'person') return false
  if (actor.id === reflection.personId) return true
  return pair !== null && reflection.sharedPairId === pair.id && canReadInside(actor, pair)
}

function canAct(actor: Actor, pair: PairFile): boolean {
  return walkerOf(actor, pair) !== null && belongsToUnit(actor, pair.unit.lineage)
}

/** Who may bring a group together at a unit: those who lead it or teach there. */
export function canMakeGroup(actor: Actor, lineage: readonly string[]): boolean {
  return holdsAt(actor, ['education_lead', 'unit_manager', 'resource_person'], lineage)
}

/** In the group right now. Leading the unit gives no place in it. */
export function isInGroup(actor: Actor, group: Pick<GroupFile, 'members'>): boolean {
  return actor.kind === 'person' && presentMembers(group).some((one) => one.personId === actor.id)
}

/** Asked, and has not answered. */
export function isAskedToGroup(actor: Actor, group: Pick<GroupFile, 'members'>): boolean {
  return actor.kind === 'person' && askedMembers(group).some((one) => one.personId === actor.id)
}

/** Inviting and taking out: members who may make groups there, and who made this one. */
export function canTendGroup(actor: Actor, group: GroupFile): boolean {
  if (actor.kind !== 'person' || !isInGroup(actor, group)) return false
  return actor.id === group.madeBy || canMakeGroup(actor, group.unit.lineage)
}

/** Either of the two, also the resource person who has left the unit: the walk is theirs. */
export function canMoveVersion(actor: Actor, pair: PairFile): boolean {
  return canEnd(actor, pair)
}
