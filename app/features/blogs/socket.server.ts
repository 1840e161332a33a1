// Who may follow what is written. Letters carry finished comments, so each rule is exactly the right to read them.
import { canReadInside, sideOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { unlessHidden } from '#app/kernel/errors.ts'
import type { JoinRule } from '#app/live/join.ts'
import { findPostFor } from './queries.server.ts'

/** Both sides of a visit, shown among those present. */
export const joinInside: JoinRule = (actor, visitId, ctx) =>
  unlessHidden(async () => {
    const file = await findVisitFor(actor, visitId, ctx)
    if (actor.kind !== 'person' || !canReadInside(actor, file)) return undefined
    return { id: actor.id, name: actor.name, side: sideOf(actor, file) }
  }, undefined)

/** Readers of a post; nobody is shown. */
export const joinPost: JoinRule = (actor, postId, ctx) =>
  unlessHidden(async () => {
    await findPostFor(actor, postId, ctx)
    return null
  }, undefined)
