// One person's answers about a version come in. The law: that they have answered and what they answered are written together and
// share nothing but the version.
import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Answers } from '#app/features/evaluations/rules/answers.ts'
import { quarterOf } from '#app/features/indicators/rules/periods.ts'
import { utcDay } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { pathAnswers, pathReceipts, pathWords } from '#db/schema/index.ts'
import { questionnaires } from '../reference.server.ts'
import { takeInOpinion, type Words } from '../rules/opinions.ts'

type Given = { personId: string; pathId: string; version: number; answers: Answers }

/**
 * For the room that knows who walks; it asks whether they may. 'already' for who has answered about the version before: their
 * first answer stands.
 */
export async function takePathAnswers(ctx: Ctx, { personId, pathId, version, answers }: Given): Promise<'sent' | 'already'> {
  return transaction(ctx, async (tx) => {
    const receipts = await tx.db
      .insert(pathReceipts)
      .values({ pathId, version, personId })
      .onConflictDoNothing()
      .returning({ version: pathReceipts.version })
    if (receipts.length === 0) return 'already'
    await addUp({ pathId, version, instrumentVersion: questionnaires[0].version }, answers, tx)
    return 'sent'
  })
}

type Key = { pathId: string; version: number; instrumentVersion: number }

/** One row for all who answer, locked while it is added to: two at once cannot both find too few. */
async function addUp(key: Key, answers: Answers, ctx: Ctx): Promise<void> {
  const same = and(
    eq(pathAnswers.pathId, key.pathId),
    eq(pathAnswers.version, key.version),
    eq(pathAnswers.instrumentVersion, key.instrumentVersion),
  )
  await ctx.db.insert(pathAnswers).values(key).onConflictDoNothing()
  const before = found((await ctx.db.select().from(pathAnswers).where(same).for('update'))[0])
  const { opinions, released } = takeInOpinion(questionnaires[0], before, answers, settings().SMALLEST_GROUP)
  const shownIn = quarterOf(utcDay(ctx.now))
  const words = Object.fromEntries(Object.entries(opinions.words).map(([item, said]) => [item, shuffled(said)]))
  await ctx.db
    .update(pathAnswers)
    .set({ ...opinions, words, waitingSince: opinions.waiting === 0 ? null : (before.waitingSince ?? shownIn) })
    .where(same)
  if (released.length > 0)
    await ctx.db.insert(pathWords).values(shuffled(released).map((one) => ({ ...one, ...key, shownIn, id: newId() })))
}

/** Where something stands must not tell when it came. */
function shuffled<T extends Words>(given: readonly T[]): T[] {
  const rest = [...given]
  return given.flatMap(() => rest.splice(randomInt(rest.length), 1))
}
