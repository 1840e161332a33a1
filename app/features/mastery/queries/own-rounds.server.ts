// A person's rounds in their pairs. The law: every reading of ratings here names the one person whose they are.
import { and, eq } from 'drizzle-orm'
import { readPairs, readPairsNaming } from '#app/features/pairs/queries/pairs.server.ts'
import type { PairFile } from '#app/features/pairs/rules/pair.ts'
import type { Person } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { masteryRatings } from '#db/schema/index.ts'
import { canOpenOwnRating, canRate } from '../policy.ts'
import { type Place, placeOf, type RoundStanding, roundsAt } from '../rules/rounds.ts'
import type { Round } from '../words.ts'
import { readOver } from './over.server.ts'

export type OwnRating = typeof masteryRatings.$inferSelect
export type OwnRounds = {
  pair: PairFile
  place: Place
  standings: Record<Round, RoundStanding>
  ratings: Partial<Record<Round, OwnRating>>
  canRate: boolean
}

/** @throws not_found for those who have no place in the pair, and have had none */
export async function findOwnRoundsFor(actor: Person, pairId: string, ctx: Ctx = here()): Promise<OwnRounds> {
  const pair = found((await readPairs([pairId], ctx))[0])
  hiddenUnless(canOpenOwnRating(actor, pair))
  return found((await roundsIn(actor, [pair], ctx))[0])
}

/** Of all pairs that the actor walks in, or has walked in. */
export async function listOwnRoundsFor(actor: Person, ctx: Ctx = here()): Promise<OwnRounds[]> {
  const pairs = await readPairsNaming(actor.id, ctx)
  return roundsIn(
    actor,
    pairs.filter((pair) => canOpenOwnRating(actor, pair)),
    ctx,
  )
}

async function roundsIn(actor: Person, pairs: readonly PairFile[], ctx: Ctx): Promise<OwnRounds[]> {
  if (pairs.length === 0) return []
  const pairIds = pairs.map(({ id }) => id)
  const ratings = ctx.db
    .select()
    .from(masteryRatings)
    .where(and(eq(masteryRatings.personId, actor.id), isAmong(masteryRatings.pairId, pairIds)))
  const [over, own] = await Promise.all([readOver(pairs, ctx), ratings])
  return pairs.map((pair) => {
    const place = found(placeOf(actor.id, pair))
    const ratings = Object.fromEntries(own.filter(({ pairId }) => pairId === pair.id).map((row) => [row.round, row]))
    return { pair, place, standings: roundsAt(place, over(pair), ctx.now), ratings, canRate: canRate(actor, pair) }
  })
}
