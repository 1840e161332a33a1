// Has somebody walked a pair's path to its end: own activities and joint steps of all modules that everybody walks?
import { eq } from 'drizzle-orm'
import { findPairFor } from '#app/features/pairs/queries/pairs.server.ts'
import { findPairWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import { nextOnPath } from '#app/features/pairs/rules/progress.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import type { LearningModule, LearningPath } from '#app/features/paths/rules/shape.ts'
import { coreTime, hours } from '#app/features/paths/rules/time.ts'
import type { Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { jointSteps } from '#db/schema/index.ts'

export type Completion = {
  path: LearningPath
  me: Walker
  unit: { id: string; name: string }
  /** The modules that everybody walks, and the hours they take this walker: own work and joint steps. */
  modules: LearningModule[]
  hours: number
  /** When the last piece was done; null while something is left. */
  completedAt: Date | null
}

/** Also of a pair that has ended: what was walked was walked. @throws not_found */
export async function findCompletionFor(actor: Person, pairId: string, ctx: Ctx = here()): Promise<Completion> {
  const pair = await findPairFor(actor, pairId, ctx)
  const { walk } = await findPairWalkFor(actor, pairId, ctx)
  const path = await readPath(pair, ctx)
  const me = found(walk.me)
  const modules = path.modules.filter((one) => !one.optional)
  const time = coreTime(path.modules)
  const done = walk.done[me]
  const joint = new Map(Object.entries(walk.joint))
  const finished = nextOnPath(path.modules, me, { done: new Set(Object.keys(done)), joint }).kind === 'finished'
  const { id, name } = pair.unit
  return {
    ...{ path, me, unit: { id, name }, modules, hours: hours(time[me] + time.joint) },
    completedAt: finished ? await lastOf(Object.values(done), pairId, ctx) : null,
  }
}

async function lastOf(done: readonly Date[], pairId: string, ctx: Ctx): Promise<Date> {
  const steps = await ctx.db.select({ at: jointSteps.completedAt }).from(jointSteps).where(eq(jointSteps.pairId, pairId))
  const instants = [...done, ...steps.flatMap(({ at }) => (at ? [at] : []))]
  return new Date(Math.max(...instants.map(Number)))
}
