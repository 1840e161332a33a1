// The days that a pair has given its walk.
import { eq } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { pairPlans } from '#db/schema/index.ts'

/** Null while they walk at their own pace. Unguarded. */
export async function readPlan(pairId: string, ctx: Ctx) {
  const [plan] = await ctx.db.select().from(pairPlans).where(eq(pairPlans.pairId, pairId))
  return plan ?? null
}
