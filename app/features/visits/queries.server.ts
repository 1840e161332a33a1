// Reads of the visits room. Whatever the actor may not know of is not found.
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { canReadVisit } from './policy.ts'
import { readFiles } from './queries/read-files.server.ts'
import type { VisitFile } from './rules/words.ts'

export { readFiles } from './queries/read-files.server.ts'
export { isVisitOfUnits } from './queries/visits-of-units.server.ts'

/**
 * The visit with its units and people, also those who left: what every decision about it needs.
 * @throws not_found unless the actor may know of it.
 */
export async function findVisitFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<VisitFile> {
  const file = found((await once(ctx, `visit ${visitId}`, () => readFiles([visitId], ctx)))[0])
  return found(canReadVisit(actor, file) ? file : null)
}
