import { DomainError } from '#app/kernel/errors.ts'
import type { JoinRule } from '#app/live/join.ts'
import { canReadInside, participantOf, sideOf } from './policy.ts'
import { findVisitFor } from './queries.server.ts'

/**
 * Who may follow a visit live: both sides, since letters in its room carry what is written for the participants. Those who
 * take part are shown among those present, under their name in the visit; a manager who follows from above is not.
 */
export const mayJoin: JoinRule = async (actor, visitId, ctx) => {
  try {
    const file = await findVisitFor(actor, visitId, ctx)
    if (actor.kind !== 'person' || !canReadInside(actor, file)) return undefined
    const me = participantOf(actor, file)
    return me ? { id: me.id, name: me.name, side: sideOf(actor, file) } : null
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}
