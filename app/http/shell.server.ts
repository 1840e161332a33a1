import type { Actor } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'

/** How many things wait for this person: the number in the page's head. Null for visitors. */
export async function countNeedsFor(actor: Actor, _ctx: Ctx): Promise<number | null> {
  return actor.kind === 'person' ? 0 : null
}
