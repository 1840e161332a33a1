// The ratings that wait for a person: one for each pair with a round that is open and neither answered nor put aside.
import type { PairFile } from '#app/features/pairs/rules/pair.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { type Day, lastWholeDayBefore } from '#app/kernel/days.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { answerable, type Place, roundNow, waitsFor } from '../rules/rounds.ts'
import type { Round } from '../words.ts'
import { listOwnRoundsFor } from './own-rounds.server.ts'

/** `withName`: whom a manager rates their work with. */
export type RatingNeed = { pairId: string; round: Round; withName: string | null; lastDay: Day | null }

/** Counted in every page's head, so that it is read once a request. */
export function listRatingNeedsFor(actor: Person, ctx: Ctx = here()): Promise<RatingNeed[]> {
  return once(ctx, `rating needs ${actor.id}`, () => readNeeds(actor, ctx))
}

async function readNeeds(actor: Person, ctx: Ctx): Promise<RatingNeed[]> {
  const own = await listOwnRoundsFor(actor, ctx)
  return own.flatMap(({ pair, place, standings, ratings, canRate }) => {
    const standing = canRate ? roundNow(standings) : null
    if (!standing || !waitsFor(standing, place, ratings[standing.round], ctx.now)) return []
    const { round, closesAt } = standing
    const withName = withNameIn(pair, place)
    return [{ pairId: pair.id, round, withName, lastDay: closesAt && lastWholeDayBefore(closesAt, pair.unit.timeZone) }]
  })
}

export type OpenRating = Pick<RatingNeed, 'pairId' | 'withName'>

/** Where the reader of a path's own page on self-rating can rate right now, also what they have put aside. None for visitors. */
export async function listOpenRatingsFor(actor: Actor, pathId: string, ctx: Ctx = here()): Promise<OpenRating[]> {
  if (actor.kind !== 'person') return []
  const own = await listOwnRoundsFor(actor, ctx)
  return own
    .filter(({ pair, canRate, standings, ratings }) => pair.pathId === pathId && canRate && answerable(standings, ratings))
    .map(({ pair, place }) => ({ pairId: pair.id, withName: withNameIn(pair, place) }))
}

/** A manager rates their work with one resource person; a resource person's manager may change. */
function withNameIn(pair: PairFile, place: Place): string | null {
  return place.walker === 'leader' ? pair.resourcePerson.name : null
}
