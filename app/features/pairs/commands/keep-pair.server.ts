// What the two decide about their walk: another manager, a pause, on again, the end.
import { eq } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { learningPairs, pairLeaders } from '#db/schema/index.ts'
import { canEnd, canNameLeader, canPause, canResume } from '../policy.ts'
import { findPairFor, listColleaguesFor } from '../queries/pairs.server.ts'
import { leaderNow, type PairFile } from '../rules/pair.ts'
import { lockPair, openInvitation } from './pairs.server.ts'

type About = { pairId: string }

/** Nothing happens to what they have written; it waits. */
export async function pausePair(actor: Person, { pairId }: About, ctx: Ctx = here()): Promise<void> {
  await changing(actor, pairId, canPause, ctx, (tx) =>
    tx.db.update(learningPairs).set({ pausedAt: tx.now, pausedBy: actor.id }).where(eq(learningPairs.id, pairId)),
  )
}

export async function resumePair(actor: Person, { pairId }: About, ctx: Ctx = here()): Promise<void> {
  await changing(actor, pairId, canResume, ctx, (tx) =>
    tx.db.update(learningPairs).set({ pausedAt: null, pausedBy: null }).where(eq(learningPairs.id, pairId)),
  )
}

/** For good: both can read on, nobody writes. */
export async function endPair(actor: Person, { pairId }: About, ctx: Ctx = here()): Promise<void> {
  await changing(actor, pairId, canEnd, ctx, (tx) =>
    tx.db.update(learningPairs).set({ endedAt: tx.now, endedBy: actor.id }).where(eq(learningPairs.id, pairId)),
  )
}

/**
 * Asks a colleague to be the manager from now on; an invitation that is still open is taken back. The present manager stays
 * until the new one has said yes.
 * @throws invalid for somebody who is no colleague at the unit, or is one of the two already
 */
export async function nameLeader(
  actor: Person,
  { pairId, colleagueId }: About & { colleagueId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await changing(actor, pairId, canNameLeader, ctx, async (tx, pair) => {
    const { colleagues } = await listColleaguesFor(actor, pair.unit.id, tx)
    const taken = [pair.resourcePerson.id, leaderNow(pair)?.personId]
    if (taken.includes(colleagueId) || !colleagues.some((one) => one.id === colleagueId))
      throw new DomainError('invalid', 'pairs_error_colleague')
    await tx.db.update(pairLeaders).set({ endedAt: tx.now }).where(openInvitation(pairId))
    const asked = { id: newId(), pairId, personId: colleagueId, invitedBy: actor.id, invitedAt: tx.now }
    await tx.db.insert(pairLeaders).values(asked)
    await enqueue(tx, 'notify', { event: 'paths.invited', pairId, personId: colleagueId })
  })
}

async function changing(
  actor: Person,
  pairId: string,
  can: (actor: Actor, pair: PairFile) => boolean,
  ctx: Ctx,
  change: (tx: Ctx, pair: PairFile) => Promise<unknown>,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPair(pairId, tx)
    const pair = await findPairFor(actor, pairId, tx)
    allowed(can(actor, pair), 'pairs_error_not_now')
    await change(tx, pair)
  })
}
