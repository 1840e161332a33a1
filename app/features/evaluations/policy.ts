// Who may answer, judge, write and read in this room. Each function takes the actor and facts, and nothing else.
import { canReadInside, participantOf, sideOf } from '#app/features/visits/policy.ts'
import type { Participant, Side, VisitFile, VisitStatus } from '#app/features/visits/rules/words.ts'
import { type Actor, holdsAt, unitRoleKinds } from '#app/kernel/actor.ts'

/** From the visit's days on, both sides judge and write; agreeing on the summary ends it. */
const writingStatuses: readonly VisitStatus[] = ['under_way', 'evaluating']

/** The participant the actor answers as, or null: only those who took part are asked. */
export function respondentOf(actor: Actor, file: VisitFile): Participant | null {
  return participantOf(actor, file)
}

/** May the actor read goals' judgements, the summary in the making and the follow-up: what the two sides wrote for each other? */
export function canReadOutcome(actor: Actor, file: VisitFile): boolean {
  return canReadInside(actor, file)
}

/** The side in whose name the actor may judge goals and write the summary right now, or null. */
export function writingSide(actor: Actor, file: VisitFile): Side | null {
  return writingStatuses.includes(file.visit.status) ? sideOf(actor, file) : null
}

/** The side that the actor may let stand behind the summary right now, or null: the days have to be over. */
export function agreeingSide(actor: Actor, file: VisitFile): Side | null {
  return file.visit.status === 'evaluating' ? sideOf(actor, file) : null
}

/** May the actor read what guests and hosts answered about visits to the unit, pooled? People of the unit and above it. */
export function canReadFeedback(actor: Actor, lineage: readonly string[]): boolean {
  return holdsAt(actor, unitRoleKinds, lineage)
}
