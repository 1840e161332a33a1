// Where the joint steps of pairs stand for one of the two: one statement for any number of pairs.
import { and, eq } from 'drizzle-orm'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, once } from '#db/context.server.ts'
import { jointConfirmations, jointSteps } from '#db/schema/index.ts'
import { type Confirmation, type JointStanding, jointStanding } from '../rules/joint.ts'
import type { Walker } from '../words.ts'

export type StepStanding = { pairId: string; moduleId: string; standing: JointStanding }

/** What was never written is left out. `walkers`: as whom, by pair. Unguarded: for queries that have asked who may see it. */
export async function readStandings(walkers: ReadonlyMap<string, Walker>, ctx: Ctx): Promise<StepStanding[]> {
  const pairIds = [...walkers.keys()].toSorted()
  if (pairIds.length === 0) return []
  const steps = await once(ctx, `joint steps ${pairIds.join(' ')}`, () => readSteps(pairIds, ctx))
  return steps.flatMap(({ pairId, moduleId, version, confirmations }) => {
    const me = walkers.get(pairId)
    return me ? [{ pairId, moduleId, standing: jointStanding(me, { version }, confirmations) }] : []
  })
}

type Step = { pairId: string; moduleId: string; version: number; confirmations: Confirmation[] }

async function readSteps(pairIds: readonly string[], ctx: Ctx): Promise<Step[]> {
  const { pairId, moduleId, version } = jointSteps
  const rows = await ctx.db
    .select({
      step: { pairId, moduleId, version },
      confirmation: { walker: jointConfirmations.walker, version: jointConfirmations.version },
    })
    .from(jointSteps)
    .leftJoin(jointConfirmations, and(eq(jointConfirmations.pairId, pairId), eq(jointConfirmations.moduleId, moduleId)))
    .where(isAmong(pairId, pairIds))
  const steps = new Map<string, Step>()
  for (const { step, confirmation } of rows) {
    const key = `${step.pairId} ${step.moduleId}`
    const known = steps.get(key) ?? { ...step, confirmations: [] }
    steps.set(key, known)
    if (confirmation) known.confirmations.push(confirmation)
  }
  return [...steps.values()]
}
