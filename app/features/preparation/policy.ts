// Who reads, writes, sends and answers a preparation. Pure.
import { canCoordinate, canReadInside, sideOf } from '#app/features/visits/policy.ts'
import type { Side, VisitFile } from '#app/features/visits/rules.ts'
import type { Actor } from '#app/kernel/actor.ts'

/** Both sides read the whole preparation, also each other's goals; education leads and administrators do not. */
export function canReadPreparation(actor: Actor, file: VisitFile): boolean {
  return canReadInside(actor, file)
}

/** Everybody on the guest side fills in the form together; so may those above a guest unit. */
export function canWritePreparation(actor: Actor, file: VisitFile): boolean {
  return sideOf(actor, file) === 'guest'
}

/** Each side writes its own goals, never the other's. */
export function canWriteGoals(actor: Actor, file: VisitFile, side: Side): boolean {
  return sideOf(actor, file) === side
}

/** Host coordinators accept or decline what the guests want to change late. */
export function canAnswerProposals(actor: Actor, file: VisitFile): boolean {
  return canCoordinate(actor, file, 'host')
}

/** The person in the group who proposed something takes it back; so may the guests' coordinators. */
export function canTakeBack(actor: Actor, file: VisitFile, proposal: { proposedBy: string | null }): boolean {
  if (actor.kind !== 'person' || sideOf(actor, file) !== 'guest') return false
  return proposal.proposedBy === actor.id || canCoordinate(actor, file, 'guest')
}

/** From the visit's days until the follow-up is over: whoever stands on a side may decide what their own side tries. */
export function canDecideWork(actor: Actor, file: VisitFile): boolean {
  return sideOf(actor, file) !== null && ['under_way', 'evaluating', 'summarised'].includes(file.visit.status)
}

/** The participant whose name a new goal or work carries; null for a coordinator who takes no part. */
export function authorIn(file: VisitFile, userId: string): string | null {
  return file.participants.find((person) => person.userId === userId && person.leftAt === null)?.id ?? null
}
