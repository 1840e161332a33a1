// What people wrote about a path is deleted after two years, by the clock; what was counted stays counted.
import { lte } from 'drizzle-orm'
import { quarterOf } from '#app/features/indicators/rules/periods.ts'
import { utcDay } from '#app/kernel/days.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pathAnswers, pathWords } from '#db/schema/index.ts'

/** Two years. Words are dated in whole quarters, so that some go up to a quarter earlier and none later. */
const KEPT_QUARTERS = 8

/**
 * Deletes words that were shown two years ago, and words that have waited so long for company. Those who wait begin anew then: who
 * has waited with words that are gone is no company for words that come.
 */
export async function sweepPathWords(ctx: Ctx = here()): Promise<void> {
  const last = quarterOf(utcDay(ctx.now)) - KEPT_QUARTERS
  await transaction(ctx, async (tx) => {
    await tx.db.delete(pathWords).where(lte(pathWords.shownIn, last))
    await tx.db
      .update(pathAnswers)
      .set({ words: {}, waiting: 0, waitingSince: null })
      .where(lte(pathAnswers.waitingSince, last))
  })
}
