// What a person does with their own ratings: gives or changes one while its round is open, says "not now", deletes them.
import { and, eq, isNull } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { masteryRatings } from '#db/schema/index.ts'
import { findOwnRoundsFor } from '../queries/own-rounds.server.ts'
import { latestInstrument } from '../reference.server.ts'
import { answerable } from '../rules/rounds.ts'
import { answersIn } from '../rules/statements.ts'
import type { Round } from '../words.ts'

type About = { pairId: string; round: Round }

/**
 * Keeps what the person says in the round; sent again, it takes the place of what they said before.
 * @param fields the form's fields by statement id
 * @throws not_found for those who never walked there, forbidden for a manager who has left, gone when the round is not open,
 * invalid when nothing was rated
 */
export async function saveRating(
  actor: Person,
  { pairId, round, fields }: About & { fields: Record<string, unknown> },
  ctx: Ctx = here(),
): Promise<void> {
  await inRound(actor, { pairId, round }, ctx, async (tx, { walker, closesAt }) => {
    const instrument = latestInstrument(walker)
    const answers = answersIn(instrument, fields)
    if (Object.keys(answers).length === 0) throw new DomainError('invalid', 'mastery_error_empty')
    const said = { walker, instrumentVersion: instrument.version, answers, answeredAt: tx.now, closesAt, passedAt: null }
    return keep(actor, { pairId, round }, said, tx)
  })
}

/** "Not now": no more is asked about this round. It can still be answered while it is open. */
export async function passRound(actor: Person, { pairId, round }: About, ctx: Ctx = here()): Promise<void> {
  await inRound(actor, { pairId, round }, ctx, async (tx, { walker, closesAt }) => {
    const { version } = latestInstrument(walker)
    return keep(actor, { pairId, round }, { walker, instrumentVersion: version, closesAt, passedAt: tx.now }, tx)
  })
}

/** Deletes what the person has said in all rounds of the pair. What the unit's numbers have taken in stays, by nobody. */
export async function deleteRatings(actor: Person, { pairId }: { pairId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    await findOwnRoundsFor(actor, pairId, tx)
    await tx.db
      .update(masteryRatings)
      .set({ answers: null, answeredAt: null, passedAt: tx.now })
      .where(and(eq(masteryRatings.personId, actor.id), eq(masteryRatings.pairId, pairId)))
  })
}

type Kept = Partial<typeof masteryRatings.$inferInsert> &
  Pick<typeof masteryRatings.$inferInsert, 'walker' | 'instrumentVersion'>
type Asking = { walker: Kept['walker']; closesAt: Date | null }

async function inRound(
  actor: Person,
  { pairId, round }: About,
  ctx: Ctx,
  act: (tx: Ctx, asking: Asking) => Promise<void>,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const own = await findOwnRoundsFor(actor, pairId, tx)
    allowed(own.canRate, 'mastery_error_left')
    const open = answerable(own.standings, own.ratings)
    if (open?.round !== round) throw new DomainError('gone', 'mastery_error_closed')
    await act(tx, { walker: own.place.walker, closesAt: open.closesAt })
  })
}

/** The clock may have counted the round meanwhile: then nothing is changed any more. */
async function keep(actor: Person, { pairId, round }: About, said: Kept, ctx: Ctx): Promise<void> {
  const kept = await ctx.db
    .insert(masteryRatings)
    .values({ personId: actor.id, pairId, round, ...said })
    .onConflictDoUpdate({
      target: [masteryRatings.personId, masteryRatings.pairId, masteryRatings.round],
      set: said,
      setWhere: isNull(masteryRatings.countedAt),
    })
    .returning({ round: masteryRatings.round })
  if (kept.length === 0) throw new DomainError('gone', 'mastery_error_closed')
}
