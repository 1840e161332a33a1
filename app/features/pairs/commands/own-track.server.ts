// What a person does alone: ticks off activities, writes down thoughts, shares them or takes them back.
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { activitiesDone, reflections } from '#db/schema/index.ts'
import { canShareWith, walkerOf } from '../policy.ts'
import { isOwnAt } from '../queries/own-activity.server.ts'
import { findPairFor } from '../queries/pairs.server.ts'
import { findReadingFor } from '../queries/reading.server.ts'
import { type reflectionInput, sharedWith } from '../rules/reflection.ts'
import { lockPair } from './change-pair.server.ts'
import { mustBeInGroup } from './groups.server.ts'

/** `search`: the page's, which says whose walk or which version it was. */
export type Place = {
  pathId: string | undefined
  moduleId: string | undefined
  activityId: string | undefined
  search?: URLSearchParams
}

/**
 * The day it was first done stays. What a checklist or the other one's signature decides is not marked by hand.
 * @throws not_found for what is not on the path, forbidden
 */
export async function markDone(actor: Person, place: Place, ctx: Ctx = here()): Promise<void> {
  const { key, byHand } = await keyOf(actor, place, ctx)
  allowed(byHand, 'pairs_error_not_by_hand')
  await transaction(ctx, (tx) =>
    tx.db
      .insert(activitiesDone)
      .values({ ...key, personId: actor.id, doneAt: tx.now })
      .onConflictDoNothing(),
  )
}

/** Takes the tick away again. @throws as markDone */
export async function markUndone(actor: Person, place: Place, ctx: Ctx = here()): Promise<void> {
  const { key, byHand } = await keyOf(actor, place, ctx)
  allowed(byHand, 'pairs_error_not_by_hand')
  await transaction(ctx, (tx) => tx.db.delete(activitiesDone).where(isOwnAt(activitiesDone, actor.id, key)))
}

async function keyOf(actor: Person, place: Place, ctx: Ctx) {
  const { path, pair } = await findReadingFor(actor, place, ctx)
  const { module } = moduleOf(path, place.moduleId)
  const { activity, track } = activityOf(module, place.activityId)
  const isSigned = activity.kind === 'practice' && pair !== null && walkerOf(actor, pair) === track
  return {
    key: { pathId: path.id, moduleId: module.id, activityId: activity.id },
    byHand: activity.kind !== 'checklist' && !isSigned,
  }
}

/**
 * Keeps the actor's thoughts about a module, for themselves or shared with one of their pairs or groups, as chosen now.
 * @throws not_found for a pair or group that is not theirs or walks another path, forbidden for a pair that is not under way
 */
export async function writeReflection(
  actor: Person,
  input: z.output<typeof reflectionInput> & Omit<Place, 'activityId'> & { language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  const { path } = await findReadingFor(actor, input, ctx)
  const { id: moduleId } = moduleOf(path, input.moduleId).module
  const key = { personId: actor.id, pathId: path.id, moduleId }
  await transaction(ctx, async (tx) => {
    const { pairId, groupId } = sharedWith(input.share)
    if (groupId) await mustBeInGroup(actor, { groupId, pathId: path.id }, tx)
    if (pairId) {
      // Held, so that the manager who reads it is the one there was when it was shared.
      await lockPair(pairId, tx)
      const pair = await findPairFor(actor, pairId, tx)
      found(pair.pathId === path.id || null)
      allowed(canShareWith(actor, pair), 'pairs_error_not_now')
    }
    if (input.text === '') {
      await tx.db
        .delete(reflections)
        .where(
          and(
            eq(reflections.personId, key.personId),
            eq(reflections.pathId, key.pathId),
            eq(reflections.moduleId, key.moduleId),
          ),
        )
      return
    }
    const shared = { sharedPairId: pairId, sharedGroupId: groupId, sharedAt: pairId || groupId ? tx.now : null }
    const said = { text: input.text, language: input.language, updatedAt: tx.now, ...shared }
    await tx.db
      .insert(reflections)
      .values({ ...key, ...said })
      .onConflictDoUpdate({ target: [reflections.personId, reflections.pathId, reflections.moduleId], set: said })
  })
}
