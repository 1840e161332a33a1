import { coordinatedSide } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { findStateOf } from './find-state.server.ts'

/** Must what the actor changes of the visit be proposed to the hosts? @throws not_found */
export async function mustPropose(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<boolean> {
  const file = await findVisitFor(actor, visitId, ctx)
  if (coordinatedSide(actor, file) !== 'guest') return false
  return (await findStateOf(file.visit, dayAt(ctx.now, file.visit.timeZone), ctx)) === 'locked'
}
