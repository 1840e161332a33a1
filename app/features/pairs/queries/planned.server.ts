// The days that a pair has given its walk.
import { eq } from 'drizzle-orm'
import { type Ctx, once } from '#db/context.server.ts'
import { pairPlans } from '#db/schema/index.ts'

/** Null while they walk at their own pace. Unguarded. */
export async function readPlan(pairId: string, ctx: Ctx) {
  const [plan] = await once(ctx, `plan ${pairId}`, () => ctx.db.select().from(pairPlans).where(eq(pairPlans.pairId, pairId)))
  return plan ?? null
}
