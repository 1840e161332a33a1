// The clock asks those whose round is open: once when it has opened, once while there is time, never after "not now".
import { and, gt, isNotNull, isNull, or } from 'drizzle-orm'
import { readPairs } from '#app/features/pairs/queries/pairs.server.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { addMonths, instantAt, utcDay } from '#app/kernel/days.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { learningPairs, masteryRatings } from '#db/schema/index.ts'
import { readOver } from '../queries/over.server.ts'
import { latestInstrument } from '../reference.server.ts'
import { mailDue, type Place, placesIn, roundNow, roundsAt } from '../rules/rounds.ts'
import type { Round } from '../words.ts'

/** Months after its end when a pair has no round ahead any more. */
const ASKED_MONTHS = 9

type Mail = Place & { personId: string; pairId: string; round: Round; mail: 'asked' | 'reminded'; closesAt: Date | null }

/** Lays out the mails that are due. Safe to run at any time: what was asked is written down with the asking. */
export async function askForRatings(ctx: Ctx = here()): Promise<void> {
  await forEachAlone(await listDue(ctx), (due) => ask(due, ctx))
}

async function listDue(ctx: Ctx): Promise<Mail[]> {
  const since = instantAt(addMonths(utcDay(ctx.now), -ASKED_MONTHS), '00:00', 'UTC')
  const { id, joinedAt, endedAt } = learningPairs
  const rows = await ctx.db
    .select({ id })
    .from(learningPairs)
    .where(and(isNotNull(joinedAt), or(isNull(endedAt), gt(endedAt, since))))
  if (rows.length === 0) return []
  const pairIds = rows.map((row) => row.id)
  const pairs = await readPairs(pairIds, ctx)
  const over = await readOver(pairs, ctx)
  const ratings = await ctx.db.select().from(masteryRatings).where(isAmong(masteryRatings.pairId, pairIds))
  const known = new Map(ratings.map((row) => [`${row.pairId} ${row.personId} ${row.round}`, row]))
  return pairs.flatMap((pair) =>
    placesIn(pair).flatMap((place): Mail[] => {
      const standing = roundNow(roundsAt(place, over(pair), ctx.now))
      if (!standing) return []
      const { round, closesAt } = standing
      const mail = mailDue(standing, place, known.get(`${pair.id} ${place.personId} ${round}`), ctx.now)
      return mail ? [{ ...place, pairId: pair.id, round, mail, closesAt }] : []
    }),
  )
}

async function ask({ personId, pairId, round, walker, mail, closesAt }: Mail, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (tx) => {
    const asked = mail === 'asked' ? { askedAt: tx.now } : { remindedAt: tx.now }
    await tx.db
      .insert(masteryRatings)
      .values({ personId, pairId, round, walker, instrumentVersion: latestInstrument(walker).version, closesAt, ...asked })
      .onConflictDoUpdate({ target: [masteryRatings.personId, masteryRatings.pairId, masteryRatings.round], set: asked })
    await enqueue(tx, 'notify', { event: 'mastery.asked', pairId, personId, round, again: mail === 'reminded' })
  })
}
