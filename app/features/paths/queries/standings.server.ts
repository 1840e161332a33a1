// Where the joint steps of a pair stand for one of the two.
import { eq } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { jointConfirmations, jointSteps } from '#db/schema/index.ts'
import { type JointStanding, jointStanding } from '../rules/joint.ts'
import type { Walker } from '../words.ts'

/** Module → standing; what was never written is left out. Unguarded: for queries that have asked who may see it. */
export async function readStandings(pairId: string, me: Walker, ctx: Ctx): Promise<Record<string, JointStanding>> {
  const steps = await ctx.db
    .select({ moduleId: jointSteps.moduleId, version: jointSteps.version })
    .from(jointSteps)
    .where(eq(jointSteps.pairId, pairId))
  const confirmations = await ctx.db.select().from(jointConfirmations).where(eq(jointConfirmations.pairId, pairId))
  return Object.fromEntries(
    steps.map((step) => [
      step.moduleId,
      jointStanding(
        me,
        step,
        confirmations.filter((one) => one.moduleId === step.moduleId),
      ),
    ]),
  )
}
