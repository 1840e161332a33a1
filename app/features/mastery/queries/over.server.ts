// When walks were over. Unguarded: instants of pairs, for those who have asked who may know.
import { and, isNotNull } from 'drizzle-orm'
import type { PairFile } from '#app/features/pairs/rules/pair.ts'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { found } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { jointSteps } from '#db/schema/index.ts'
import type { Over } from '../rules/rounds.ts'

/** By pair. A walk is done when the joint steps of all modules that everybody walks are complete. */
export async function readOver(pairs: readonly PairFile[], ctx: Ctx): Promise<(pair: PairFile) => Over> {
  const pairIds = pairs.map(({ id }) => id)
  const steps = await ctx.db
    .select({ pairId: jointSteps.pairId, moduleId: jointSteps.moduleId, completedAt: jointSteps.completedAt })
    .from(jointSteps)
    .where(and(isAmong(jointSteps.pairId, pairIds), isNotNull(jointSteps.completedAt)))
  const completed = new Map<string, Map<string, Date>>()
  for (const { pairId, moduleId, completedAt } of steps) {
    const ofPair = completed.get(pairId) ?? new Map<string, Date>()
    completed.set(pairId, ofPair.set(moduleId, found(completedAt)))
  }
  // A job asks for every pair there is: what they walk is read once a version.
  const core = new Map<string, string[]>()
  for (const pair of pairs) {
    if (core.has(versionOf(pair))) continue
    const { modules } = await readPath(pair, ctx)
    core.set(
      versionOf(pair),
      modules.filter(({ optional }) => !optional).map(({ id }) => id),
    )
  }
  return (pair) => {
    const done = completed.get(pair.id) ?? new Map<string, Date>()
    return { endedAt: pair.endedAt, walkedAtAll: done.size > 0, doneAt: lastOf(core.get(versionOf(pair)) ?? [], done) }
  }
}

function versionOf({ pathId, version }: PairFile): string {
  return `${version} ${pathId}`
}

/** When the last of the modules was completed; null while one is not. */
function lastOf(moduleIds: readonly string[], completed: ReadonlyMap<string, Date>): Date | null {
  const instants = moduleIds.map((moduleId) => completed.get(moduleId))
  if (instants.length === 0 || instants.some((one) => one === undefined)) return null
  return new Date(Math.max(...instants.map(Number)))
}
