import type { Actor } from '#app/kernel/actor.ts'
import { allowed } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { coordinatedSide } from '../policy.ts'
import { findVisitFor } from '../queries.server.ts'

/** For pages that only make sense for those who coordinate a side. @throws not_found, forbidden */
export async function requireCoordinator(actor: Actor, visitId: string, ctx: Ctx): Promise<null> {
  const file = await findVisitFor(actor, visitId, ctx)
  allowed(coordinatedSide(actor, file) !== null, 'visits_error_only_coordinators')
  return null
}
