// Starting a pair and answering the invitation to it.
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { jointConfirmations, jointSteps, learningPairs, pairLeaders, reflections } from '#db/schema/index.ts'
import { invitedAs } from '../policy.ts'
import { findPairFor, listColleaguesFor } from '../queries/pairs.server.ts'
import { listPeopleToBringTogether } from '../queries/together.server.ts'
import { leaderNow, type startPairInput, type togetherInput } from '../rules/pair.ts'
import { lockPair } from './change-pair.server.ts'
import { handOnTalksAhead } from './talks.server.ts'

/**
 * Starts a path at a unit as one of the two and asks a colleague to be the other. A second press starts nothing.
 * @throws not_found for a path or unit that is not the actor's to start, invalid for somebody who is no colleague there,
 * conflict when the resource person walks this path already.
 */
export async function startPair(
  actor: Person,
  { id, pathId, unitId, as, colleagueId }: z.output<typeof startPairInput> & { pathId: string },
  ctx: Ctx = here(),
): Promise<string> {
  const path = await findPathFor(actor, pathId, ctx)
  return transaction(ctx, async (tx) => {
    const { colleagues } = await listColleaguesFor(actor, unitId, tx)
    if (!colleagues.some((one) => one.id === colleagueId)) throw new DomainError('invalid', 'pairs_error_colleague')
    const leads = as === 'leader'
    const made = await tx.db
      .insert(learningPairs)
      .values({
        ...{ id, pathId: path.id, pathVersion: path.version, unitId, startedBy: actor.id, startedAt: tx.now },
        resourcePersonId: leads ? colleagueId : actor.id,
        joinedAt: leads ? null : tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: learningPairs.id })
    if (made.length === 0) return sameAsBefore(actor, id, tx)
    await tx.db.insert(pairLeaders).values({
      ...{ id: newId(), pairId: id, invitedBy: actor.id, invitedAt: tx.now },
      personId: leads ? actor.id : colleagueId,
      joinedAt: leads ? tx.now : null,
    })
    await enqueue(tx, 'notify', { event: 'pairs.invited', pairId: id, personId: colleagueId })
    return id
  })
}

/**
 * Asks two others to walk a path together; it begins when both have said yes. A second press asks nobody again.
 * @throws not_found for a path, or a unit whose education the actor does not lead; invalid for somebody who is not of the unit;
 * conflict when the resource person walks this path already.
 */
export async function bringTogether(
  actor: Person,
  { id, pathId, unitId, resourcePersonId, leaderId }: z.output<typeof togetherInput>,
  ctx: Ctx = here(),
): Promise<string> {
  const path = await findPathFor(actor, pathId, ctx)
  return transaction(ctx, async (tx) => {
    const people = await listPeopleToBringTogether(actor, unitId, tx)
    const both = [resourcePersonId, leaderId]
    if (!both.every((one) => people.some((person) => person.id === one)))
      throw new DomainError('invalid', 'pairs_error_colleague')
    const made = await tx.db
      .insert(learningPairs)
      .values({
        ...{ id, pathId: path.id, pathVersion: path.version, unitId, startedBy: actor.id, startedAt: tx.now },
        resourcePersonId,
      })
      .onConflictDoNothing()
      .returning({ id: learningPairs.id })
    if (made.length === 0) return sameAsBefore(actor, id, tx)
    const asked = { id: newId(), pairId: id, personId: leaderId, invitedBy: actor.id, invitedAt: tx.now }
    await tx.db.insert(pairLeaders).values(asked)
    for (const personId of both) await enqueue(tx, 'notify', { event: 'pairs.invited', pairId: id, personId })
    return id
  })
}

/** The form was sent twice; or another pair of the same resource person stands in the way. */
async function sameAsBefore(actor: Person, id: string, ctx: Ctx): Promise<string> {
  const [known] = await ctx.db.select().from(learningPairs).where(eq(learningPairs.id, id))
  if (known?.startedBy === actor.id) return id
  throw new DomainError('conflict', 'pairs_error_walking_already')
}

/**
 * Says yes. A manager who follows another starts anew where it matters: what the former one had confirmed alone is not handed
 * on, and no reflection that was shared with them: who shares one chooses a reader, and has not chosen this one. What the two
 * wrote together (joint steps, talks, practice told of) is the pair's and stays. Talks that lie ahead change calendars. Also when the former one's account is gone.
 * @throws gone when the invitation has been taken back or answered
 */
export async function acceptPair(actor: Person, { pairId }: { pairId: string }, ctx: Ctx = here()): Promise<void> {
  await answering(actor, pairId, ctx, async (as, tx) => {
    if (as === 'resource_person') {
      await tx.db.update(learningPairs).set({ joinedAt: tx.now }).where(eq(learningPairs.id, pairId))
      return
    }
    const pair = await findPairFor(actor, pairId, tx)
    const formerId = leaderNow(pair)?.personId ?? null
    await letGoOfLeader(pairId, tx)
    await tx.db.update(pairLeaders).set({ joinedAt: tx.now }).where(openInvitation(pairId))
    if (formerId) await enqueue(tx, 'notify', { event: 'pairs.leader_followed', pairId, leaderId: formerId })
    await handOnTalksAhead(pair, formerId, tx)
  })
}

/** Says no. A pair without its resource person is over; one without a manager waits for the next to be asked. */
export async function declinePair(actor: Person, { pairId }: { pairId: string }, ctx: Ctx = here()): Promise<void> {
  await answering(actor, pairId, ctx, async (as, tx) => {
    if (as === 'leader') {
      await tx.db.update(pairLeaders).set({ declinedAt: tx.now }).where(openInvitation(pairId))
      return
    }
    await tx.db.update(learningPairs).set({ endedAt: tx.now, endedBy: actor.id }).where(eq(learningPairs.id, pairId))
  })
}

async function answering(
  actor: Person,
  pairId: string,
  ctx: Ctx,
  answer: (as: 'resource_person' | 'leader', tx: Ctx) => Promise<void>,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPair(pairId, tx)
    const as = invitedAs(actor, await findPairFor(actor, pairId, tx))
    if (!as) throw new DomainError('gone', 'pairs_error_answered')
    await answer(as, tx)
  })
}

async function letGoOfLeader(pairId: string, ctx: Ctx): Promise<void> {
  await ctx.db
    .update(pairLeaders)
    .set({ endedAt: ctx.now })
    .where(and(eq(pairLeaders.pairId, pairId), isNotNull(pairLeaders.joinedAt), isNull(pairLeaders.endedAt)))
  const open = await ctx.db
    .select({ moduleId: jointSteps.moduleId })
    .from(jointSteps)
    .where(and(eq(jointSteps.pairId, pairId), isNull(jointSteps.completedAt)))
  for (const { moduleId } of open) {
    await ctx.db
      .delete(jointConfirmations)
      .where(
        and(
          eq(jointConfirmations.pairId, pairId),
          eq(jointConfirmations.moduleId, moduleId),
          eq(jointConfirmations.walker, 'leader'),
        ),
      )
  }
  await ctx.db.update(reflections).set({ sharedPairId: null, sharedAt: null }).where(eq(reflections.sharedPairId, pairId))
}

/** The row of the manager who has not answered. */
export function openInvitation(pairId: string) {
  return and(
    eq(pairLeaders.pairId, pairId),
    isNull(pairLeaders.joinedAt),
    isNull(pairLeaders.declinedAt),
    isNull(pairLeaders.endedAt),
  )
}
