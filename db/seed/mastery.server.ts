// Self-ratings of the demo's pairs, each given some days into its round. Whoever can be signed in to finds the open one undone.
import { countClosedRatings, handUpRatings, saveRating } from '#app/features/mastery/commands.server.ts'
import { readOver } from '#app/features/mastery/queries/over.server.ts'
import { latestInstrument } from '#app/features/mastery/reference.server.ts'
import { placesIn, roundsAt } from '#app/features/mastery/rules/rounds.ts'
import { type Round, rounds } from '#app/features/mastery/words.ts'
import { readPairs } from '#app/features/pairs/queries/pairs.server.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { daysLater } from '#app/kernel/days.ts'
import { learningPairs } from '#db/schema/index.ts'
import { dice } from './play/dice.ts'
import { actorOf, castOf, type Stage } from './play/stage.server.ts'

const DAYS_IN = 5
const level: Record<Round, number> = { before: 2.1, end: 3.7, after: 3.9 }

/** For all pairs there are: nothing happens in a world where nobody walks. */
export async function seedMastery(stage: Stage): Promise<void> {
  const { ctx, now } = stage
  const ids = (await ctx.db.select({ id: learningPairs.id }).from(learningPairs)).map(({ id }) => id)
  const pairs = await readPairs(ids, ctx)
  const over = await readOver(pairs, ctx)
  for (const pair of pairs) {
    for (const place of placesIn(pair).filter(({ leftAt }) => leftAt === null)) {
      const [key] = [...stage.people].find(([, id]) => id === place.personId) ?? []
      if (!key) continue
      const standings = roundsAt(place, over(pair), now)
      const roll = dice(`mastery ${key} ${place.walker}`)
      for (const round of rounds) {
        const { state, opensAt } = standings[round]
        const then = opensAt && daysLater(opensAt, DAYS_IN)
        if (!then || then > now || (state === 'open' && castOf(key).door)) continue
        const fields = fieldsOf(place.walker, level[round], roll)
        await saveRating(await actorOf(key, stage, ctx), { pairId: pair.id, round, fields }, { ...ctx, now: then })
      }
    }
  }
  await countClosedRatings(ctx)
  await handUpRatings(ctx)
}

function fieldsOf(walker: Walker, around: number, roll: () => number): Record<string, string> {
  const rated = latestInstrument(walker).statements.map(({ id }) => {
    const value = Math.round(around + (roll() - 0.5) * 2.4)
    return [id, String(Math.min(5, Math.max(1, value)))] as const
  })
  return Object.fromEntries(rated)
}
