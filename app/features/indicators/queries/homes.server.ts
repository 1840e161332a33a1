import { inArray } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'
import { units } from '#db/schema/index.ts'
import { homeUnitsOf } from '../policy.ts'

/** The lineages of the units where the actor holds a role. */
export async function listHomesFor(actor: Actor, ctx: Ctx): Promise<string[][]> {
  const ids = homeUnitsOf(actor)
  if (ids.length === 0) return []
  const rows = await ctx.db.select({ lineage: units.lineage }).from(units).where(inArray(units.id, ids))
  return rows.map((row) => row.lineage)
}
