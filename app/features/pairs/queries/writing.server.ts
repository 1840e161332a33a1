// What is written on a path, to read and to change: a joint step for the two, thoughts for the one who has them.
import { and, eq } from 'drizzle-orm'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { activitiesDone, jointConfirmations, jointSteps, reflections } from '#db/schema/index.ts'
import { canShareWith, canWriteJoint, isInGroup, walkerOf } from '../policy.ts'
import { measureOf } from '../rules/goals.ts'
import { hasConfirmed, jointStanding } from '../rules/joint.ts'
import { nameOfOther, type PairFile } from '../rules/pair.ts'
import type { Walker } from '../words.ts'
import { walkers } from '../words.ts'
import { listLinkChoicesFor, readGoalsFor } from './goal-links.server.ts'
import { listGroupsFor } from './groups.server.ts'
import { type ActivityKey, isOwnAt } from './own-activity.server.ts'
import { findPairFor, listPairsFor } from './pairs.server.ts'
import { briefOf } from './walk.server.ts'

/** One joint step with who stands behind it, for the two. @throws not_found */
export async function findJointStepFor(
  actor: Person,
  { pairId, moduleId: asked, locale }: { pairId: string; moduleId: string | undefined; locale: Locale },
  ctx: Ctx = here(),
) {
  const pair = await findPairFor(actor, pairId, ctx)
  const me = found(walkerOf(actor, pair))
  const path = await readPath(pair, ctx)
  const { module, number } = moduleOf(path, asked)
  found(module.joint)
  const ofStep = and(eq(jointSteps.pairId, pairId), eq(jointSteps.moduleId, module.id))
  const [step] = await ctx.db.select().from(jointSteps).where(ofStep)
  const confirmations = await ctx.db
    .select()
    .from(jointConfirmations)
    .where(and(eq(jointConfirmations.pairId, pairId), eq(jointConfirmations.moduleId, module.id)))
  return {
    languages: path.languages,
    ...{ pair: briefOf(actor, pair), me, module, number, standing: jointStanding(me, step, confirmations) },
    canWrite: canWriteJoint(actor, pair),
    choices: canWriteJoint(actor, pair) ? await listLinkChoicesFor(actor, pair, locale, ctx) : null,
    /** The first one of the path is the assignment: time and mandate are agreed on there. */
    isAssignment: path.modules.find((one) => one.joint !== null)?.id === module.id,
    confirmed: walkers.filter((walker) => hasConfirmed(walker, step, confirmations)),
    step: step
      ? {
          ...{ time: step.time, mandate: step.mandate, notes: step.notes },
          goals: await readGoalsFor(actor, step.goals, locale, ctx),
          typed: step.goals.map(({ text, link }) => ({
            ...{ text, measure: measureOf(link) },
            unitId: link?.kind === 'indicator' ? link.unitId : pair.unit.id,
          })),
          ...{ language: step.language, version: step.version, writtenAt: step.writtenAt },
        }
      : null,
  }
}

/** The reader's own thoughts about a module, and with whom they can be shared. Null for visitors. */
export async function findReflectionFor(
  actor: Actor,
  { pathId, moduleId }: { pathId: string; moduleId: string },
  ctx: Ctx = here(),
) {
  if (actor.kind !== 'person') return null
  const [own, pairs, all] = await Promise.all([
    readOwn(actor.id, { pathId, moduleId }, ctx),
    listPairsFor(actor, { pathId }, ctx),
    listGroupsFor(actor, ctx),
  ])
  const groups = all.filter((one) => one.pathId === pathId && isInGroup(actor, one))
  return {
    text: own?.text ?? '',
    savedAt: own?.updatedAt ?? null,
    sharedPairId: own?.sharedPairId ?? null,
    sharedGroupId: own?.sharedGroupId ?? null,
    groups: groups.map(({ id, name, language }) => ({ id, name, language })),
    pairs: pairs
      .filter((pair) => canShareWith(actor, pair))
      .map((pair) => ({ id: pair.id, other: nameOfOther(pair, found(walkerOf(actor, pair))) ?? '' })),
  }
}

/** Nobody's but the writer's: what is shared is read with the pair or the group. */
async function readOwn(personId: string, { pathId, moduleId }: { pathId: string; moduleId: string }, ctx: Ctx) {
  const its = and(eq(reflections.personId, personId), eq(reflections.pathId, pathId), eq(reflections.moduleId, moduleId))
  const [own] = await once(ctx, `thoughts ${personId} ${pathId} ${moduleId}`, () =>
    ctx.db.select().from(reflections).where(its),
  )
  return own
}

/** Who does what stands on this track, where it is not the reader but the one they walk with. */
export function otherWalkerAt(actor: Actor, pair: PairFile | null, track: Walker): string | null {
  const me = actor.kind === 'person' && pair ? walkerOf(actor, pair) : null
  return pair && me && me !== track ? nameOfOther(pair, me) : null
}

/** When the reader has done an activity; null while it is to do, false for visitors, who do nothing here. */
export async function findDoneFor(actor: Actor, key: ActivityKey, ctx: Ctx = here()): Promise<Date | null | false> {
  if (actor.kind !== 'person') return false
  const [row] = await ctx.db
    .select({ doneAt: activitiesDone.doneAt })
    .from(activitiesDone)
    .where(isOwnAt(activitiesDone, actor.id, key))
  return row?.doneAt ?? null
}
