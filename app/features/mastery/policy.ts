// A rating belongs to the one who made it, and to nobody else: not to the other one of the pair, not to those who stand above.
import { walkerOf } from '#app/features/pairs/policy.ts'
import type { PairFile } from '#app/features/pairs/rules/pair.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { placeOf } from './rules/rounds.ts'

/** Does the actor walk in this pair, or did they? Then they have a page of their own ratings in it, also after leaving. */
export function canOpenOwnRating(actor: Actor, pair: PairFile): boolean {
  return actor.kind === 'person' && placeOf(actor.id, pair) !== null
}

/** May the actor rate now? Those who walk; a manager who has left the unit or was followed by another reads what they said. */
export function canRate(actor: Actor, pair: PairFile): boolean {
  return canOpenOwnRating(actor, pair) && walkerOf(actor, pair) !== null
}
