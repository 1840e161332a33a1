// Where the joint steps of pairs stand for one of the two: two statements for any number of pairs.
import { inArray } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { jointConfirmations, jointSteps } from '#db/schema/index.ts'
import { type JointStanding, jointStanding } from '../rules/joint.ts'
import type { Walker } from '../words.ts'

export type StepStanding = { pairId: string; moduleId: string; standing: JointStanding }

/** What was never written is left out. `walkers`: as whom, by pair. Unguarded: for queries that have asked who may see it. */
export async function readStandings(walkers: ReadonlyMap<string, Walker>, ctx: Ctx): Promise<StepStanding[]> {
  const pairIds = [...walkers.keys()]
  if (pairIds.length === 0) return []
  const [steps, confirmations] = await Promise.all([
    ctx.db
      .select({ pairId: jointSteps.pairId, moduleId: jointSteps.moduleId, version: jointSteps.version })
      .from(jointSteps)
      .where(inArray(jointSteps.pairId, pairIds)),
    ctx.db.select().from(jointConfirmations).where(inArray(jointConfirmations.pairId, pairIds)),
  ])
  return steps.flatMap(({ pairId, moduleId, version }) => {
    const me = walkers.get(pairId)
    const ofStep = confirmations.filter((one) => one.pairId === pairId && one.moduleId === moduleId)
    return me ? [{ pairId, moduleId, standing: jointStanding(me, { version }, ofStep) }] : []
  })
}
