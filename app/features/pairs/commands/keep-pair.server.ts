// What the two decide about their walk: another manager, a pause, on again, the end.
import { eq } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { learningPairs, pairLeaders } from '#db/schema/index.ts'
import { canEnd, canNameLeader, canPause, canResume } from '../policy.ts'
import { listColleaguesFor } from '../queries/pairs.server.ts'
import { leaderNow } from '../rules/pair.ts'
import { changingPair } from './change-pair.server.ts'
import { openInvitation } from './pairs.server.ts'
import { cancelTalksAhead } from './talks.server.ts'

type About = { pairId: string }

/** Nothing happens to what they have written; it waits. */
export async function pausePair(actor: Person, { pairId }: About, ctx: Ctx = here()): Promise<void> {
  await changingPair(actor, pairId, canPause, ctx, (tx) =>
    tx.db.update(learningPairs).set({ pausedAt: tx.now, pausedBy: actor.id }).where(eq(learningPairs.id, pairId)),
  )
}

/** On again from where they were. */
export async function resumePair(actor: Person, { pairId }: About, ctx: Ctx = here()): Promise<void> {
  await changingPair(actor, pairId, canResume, ctx, (tx) =>
    tx.db.update(learningPairs).set({ pausedAt: null, pausedBy: null }).where(eq(learningPairs.id, pairId)),
  )
}

/** For good: both can read on, nobody writes, and talks that were planned are called off. */
export async function endPair(actor: Person, { pairId }: About, ctx: Ctx = here()): Promise<void> {
  await changingPair(actor, pairId, canEnd, ctx, async (tx, pair) => {
    await cancelTalksAhead(actor, pair, tx)
    await tx.db.update(learningPairs).set({ endedAt: tx.now, endedBy: actor.id }).where(eq(learningPairs.id, pairId))
  })
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
  await changingPair(actor, pairId, canNameLeader, ctx, async (tx, pair) => {
    const { colleagues } = await listColleaguesFor(actor, pair.unit.id, tx)
    const taken = [pair.resourcePerson.id, leaderNow(pair)?.personId]
    if (taken.includes(colleagueId) || !colleagues.some((one) => one.id === colleagueId))
      throw new DomainError('invalid', 'pairs_error_colleague')
    await tx.db.update(pairLeaders).set({ endedAt: tx.now }).where(openInvitation(pairId))
    const asked = { id: newId(), pairId, personId: colleagueId, invitedBy: actor.id, invitedAt: tx.now }
    await tx.db.insert(pairLeaders).values(asked)
    await enqueue(tx, 'notify', { event: 'pairs.invited', pairId, personId: colleagueId })
  })
}
