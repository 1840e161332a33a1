// What of that work the two see of each other, and the cycles they keep: what the reader may not see is only said to count.
import { and, eq } from 'drizzle-orm'
import { findPostFor } from '#app/features/blogs/queries.server.ts'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { found, hiddenUnless, unlessHidden } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { improvementWorks, pdsaCycles, teachingSessions } from '#db/schema/index.ts'
import { canReadInside, canWriteJoint, walkerOf } from '../policy.ts'
import type { Counted } from '../rules/evidence.ts'
import type { PairFile } from '../rules/pair.ts'
import { doneKey } from '../rules/progress.ts'
import { type Walker, walkers } from '../words.ts'
import { readCountedWork, readCycles } from './evidence.server.ts'
import { findPairFor } from './pairs.server.ts'
import { briefOf } from './walk.server.ts'

export type WorkView = {
  key: string
  kind: Counted['kind']
  by: Walker
  mine: boolean
  activity: { title: LearningPath['title']; module: string; id: string }
  /** What the path is published in. */
  languages: LearningPath['languages']
  shown: Awaited<ReturnType<typeof whatIsShownOf>>
}

/** What counts by itself in a pair's walk, and the cycles that the two keep. @throws not_found unless the actor is one of the two */
export async function findPairWorkFor(actor: Person, pairId: string, ctx: Ctx = here()) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canReadInside(actor, pair))
  const path = await readPath(pair, ctx)
  const counted = await readCountedWork(pair, path, ctx)
  const views = walkers.flatMap((by) =>
    [...counted[by]].map(([key, work]) => viewOf(actor, { by, key, work, pair, path }, ctx)),
  )
  const cycles = await readCycles(pairId, ctx)
  return { work: await Promise.all(views), cycles: cycles.map(cycleView), canWrite: canWriteJoint(actor, pair) }
}

/** What counts for one activity of the reader's own track, when they walk it in `pair`; null when nothing does. */
export async function findWorkAtFor(
  actor: Actor,
  { pair, path, moduleId, activityId }: { pair: PairFile | null; path: LearningPath; moduleId: string; activityId: string },
  ctx: Ctx = here(),
): Promise<WorkView | null> {
  const me = pair && walkerOf(actor, pair)
  if (actor.kind !== 'person' || !pair || !me) return null
  const key = doneKey(moduleId, activityId)
  const work = (await readCountedWork(pair, path, ctx))[me].get(key)
  return work ? viewOf(actor, { by: me, key, work, pair, path }, ctx) : null
}

type Piece = { by: Walker; key: string; work: Counted; pair: PairFile; path: LearningPath }

async function viewOf(actor: Person, { by, key, work, pair, path }: Piece, ctx: Ctx): Promise<WorkView> {
  const { activity } = activityOf(moduleOf(path, work.moduleId).module, work.activityId)
  return {
    ...{ key: `${by} ${key}`, kind: work.kind, by, mine: work.personId === actor.id },
    activity: { title: activity.title, module: work.moduleId, id: activity.id },
    languages: path.languages,
    shown: await whatIsShownOf(actor, work, { pair, zone: pair.unit.timeZone }, ctx),
  }
}

/** One cycle to read and to change. @throws not_found unless the actor is one of the two */
export async function findCycleFor(
  actor: Person,
  { pairId, cycleId }: { pairId: string; cycleId: string | null },
  ctx: Ctx = here(),
) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canReadInside(actor, pair))
  const brief = { pair: briefOf(actor, pair), canWrite: canWriteJoint(actor, pair), today: dayAt(ctx.now, pair.unit.timeZone) }
  if (!cycleId) return { ...brief, cycle: null }
  const ofPair = and(eq(pdsaCycles.id, cycleId), eq(pdsaCycles.pairId, pairId))
  return { ...brief, cycle: cycleView(found((await ctx.db.select().from(pdsaCycles).where(ofPair))[0])) }
}

function cycleView({ id, onDay, plan, done, study, act, language, version }: typeof pdsaCycles.$inferSelect) {
  return { id, onDay, plan, done, study, act, language, version }
}

/** What the reader may see of a piece of work: where it is, its day and title; null where they may only know that it counts. */
async function whatIsShownOf(
  actor: Person,
  work: Counted,
  { pair, zone }: { pair: PairFile; zone: string },
  ctx: Ctx,
): Promise<{ to: string; title: string; language: string; day: Day } | null> {
  const day = dayAt(work.at, zone)
  switch (work.kind) {
    case 'visit_hosted':
      return unlessHidden(async () => {
        const { visit } = await findVisitFor(actor, work.about, ctx)
        return { to: `/visits/${visit.id}`, title: visit.title, language: visit.language, day }
      }, null)
    case 'work_tested':
    case 'work_implemented':
      return unlessHidden(async () => {
        const [row] = await ctx.db.select().from(improvementWorks).where(eq(improvementWorks.id, work.about))
        const { visit } = await findVisitFor(actor, found(row).visitId, ctx)
        return { to: `/visits/${visit.id}`, title: visit.title, language: visit.language, day }
      }, null)
    case 'post_published':
      return unlessHidden(async () => {
        const { post, row } = await findPostFor(actor, work.about, ctx)
        const to = row.publicSince && row.slug ? `/blog/${row.slug}` : `/visits/${row.visitId}/blog/${row.id}`
        return { to, title: post.title, language: row.language, day }
      }, null)
    case 'taught':
    case 'taught_on': {
      if (work.personId !== actor.id) return null
      const [session] = await ctx.db.select().from(teachingSessions).where(eq(teachingSessions.id, work.about))
      return session ? { to: `/teaching/${session.id}`, title: session.subject, language: session.language, day } : null
    }
    default: {
      const cycle = (await readCycles(pair.id, ctx)).find((one) => one.id === work.about)
      return cycle ? { to: `/pairs/${pair.id}/cycles/${cycle.id}`, title: cycle.plan, language: cycle.language, day } : null
    }
  }
}
