// What a signed-in reader sees on the path's pages beside the text: how far they and the other one have come.
import { and, eq } from 'drizzle-orm'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { activitiesDone, jointSteps, reflections } from '#db/schema/index.ts'
import { canReadInside, canReadReflection, invitedAs, walkerOf } from '../policy.ts'
import type { JointStanding } from '../rules/joint.ts'
import { leaderNow, nameOfOther, type PairFile, type PairStatus, pairStatus } from '../rules/pair.ts'
import { lateModules, type PlanDays } from '../rules/plan.ts'
import { doneKey, isWalked, type NextOnPath, nextOnPath } from '../rules/progress.ts'
import type { Walker } from '../words.ts'
import { readCountedWork } from './evidence.server.ts'
import { findPairFor } from './pairs.server.ts'
import { readPlan } from './planned.server.ts'
import type { Reading } from './reading.server.ts'
import { readStandings } from './standings.server.ts'
import { todayOf } from './talks.server.ts'

/** A pair in a few words, as one of the two (or somebody who is asked to be) sees it. */
export type PairBrief = {
  id: string
  pathId: string
  me: Walker
  /** Asked, and has not answered: nothing of the walk is shown. */
  asked: boolean
  status: PairStatus
  resourcePerson: string
  leader: string | null
  unit: { id: string; name: string; language: string }
  /** When the manager last opened the pair's page; null before that, and while there is none. */
  openedOn: Day | null
}

/** @throws not_found for somebody who is neither one of the two nor asked to be */
export function briefOf(actor: Actor, pair: PairFile): PairBrief {
  const asked = invitedAs(actor, pair)
  const { id, pathId, unit, resourcePerson } = pair
  return {
    ...{ id, pathId, me: found(walkerOf(actor, pair) ?? asked), asked: asked !== null, status: pairStatus(pair) },
    resourcePerson: resourcePerson.name,
    leader: asked === 'leader' ? (leaderNow(pair)?.name ?? null) : nameOfOther(pair, 'resource_person'),
    unit: { id: unit.id, name: unit.name, language: unit.language },
    openedOn: leaderNow(pair)?.openedOn ?? null,
  }
}

export type Walk = {
  /** The pair whose progress is shown; null while the reader walks alone. */
  pair: PairBrief | null
  /** The reader's other pairs on this path, also those they are asked to join. */
  others: PairBrief[]
  me: Walker | null
  /** `doneKey` → when, on each track: the reader's and the other one's. */
  done: Record<Walker, Record<string, Date>>
  /** Module → where its joint step stands for the reader; unwritten ones are left out. */
  joint: Record<string, JointStanding>
  next: NextOnPath | null
  /** The pair's days, by module, and the modules that are late by them; null at their own pace. */
  plan: { days: PlanDays; late: string[] } | null
  /** Of the pair that is shown: what it walks, and whether there is reason to look at its page. */
  version: { number: number; newer: boolean; withdrawn: boolean } | null
}

/** Null for visitors: the path is open, and shows them nothing of anybody. */
export async function findWalkFor(
  actor: Actor,
  { path, edition, newest, pair, others }: Reading,
  ctx: Ctx = here(),
): Promise<Walk | null> {
  if (actor.kind !== 'person') return null
  const going = others.filter((one) => !one.endedAt).map((one) => briefOf(actor, one))
  const newer = newest !== null && newest.version > path.version
  const version = pair && !pair.endedAt ? { number: path.version, newer, withdrawn: edition.withdrawnAt !== null } : null
  return { ...(await readWalk(actor, path, pair, ctx)), others: going, version }
}

/** The walk of one pair, for the two alone. @throws not_found */
export async function findPairWalkFor(actor: Person, pairId: string, ctx: Ctx = here()) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canReadInside(actor, pair))
  const [walk, steps, shared] = await Promise.all([
    readWalk(actor, await readPath(pair, ctx), pair, ctx),
    once(ctx, `written ${pairId}`, () => ctx.db.select().from(jointSteps).where(eq(jointSteps.pairId, pairId))),
    once(ctx, `shared ${pairId}`, () => ctx.db.select().from(reflections).where(eq(reflections.sharedPairId, pairId))),
  ])
  return {
    walk,
    steps: steps.map(({ moduleId, goals, language }) => ({ moduleId, goals, language })),
    shared: shared
      .filter((one) => canReadReflection(actor, one, pair))
      .map(({ personId, moduleId, text, language }) => {
        const byResource = personId === pair.resourcePerson.id
        const by = byResource ? pair.resourcePerson.name : (leaderNow(pair)?.name ?? '')
        return { moduleId, text, language, by, mine: personId === actor.id }
      }),
  }
}

async function readWalk(
  actor: Person,
  path: LearningPath,
  pair: PairFile | null,
  ctx: Ctx,
): Promise<Omit<Walk, 'others' | 'version'>> {
  const me = pair ? walkerOf(actor, pair) : null
  const people = pair ? [pair.resourcePerson.id, leaderNow(pair)?.personId ?? ''].filter(Boolean) : [actor.id]
  const [rows, work, standings, plan] = await Promise.all([
    readTicks(people, path.id, ctx),
    pair ? readCountedWork(pair, path, ctx) : null,
    pair && me ? readStandings(new Map([[pair.id, me]]), ctx) : [],
    pair ? readPlan(pair.id, ctx) : null,
  ])
  const doneBy = (personId: string | undefined, track: Walker) => {
    const onTrack = new Set(path.modules.flatMap((one) => one.tracks[track].map((step) => doneKey(one.id, step.id))))
    const keyed = rows
      .filter((row) => row.personId === personId)
      .map((row) => [doneKey(row.moduleId, row.activityId), row.doneAt])
    const ticked = Object.fromEntries(keyed.filter(([key]) => onTrack.has(String(key)))) as Record<string, Date>
    const worked = Object.fromEntries([...(work?.[track] ?? [])].map(([key, { at }]) => [key, at]))
    return { ...worked, ...ticked }
  }
  const done = {
    resource_person: doneBy(pair ? pair.resourcePerson.id : actor.id, 'resource_person'),
    leader: doneBy(pair ? leaderNow(pair)?.personId : actor.id, 'leader'),
  }
  const joint = Object.fromEntries(standings.map(({ moduleId, standing }) => [moduleId, standing]))
  const walked = { done: new Set(Object.keys(me ? done[me] : done.resource_person)), joint: new Map(Object.entries(joint)) }
  const goesOn = pair && me && ['under_way', 'invited', 'alone'].includes(pairStatus(pair))
  const next = goesOn ? nextOnPath(path.modules, me, walked, pairStatus(pair) !== 'under_way') : null
  const planned = pair && plan && plannedOf(plan.days, todayOf(pair, ctx), path, { done, joint: walked.joint })
  return { pair: pair ? briefOf(actor, pair) : null, me, done, joint, next, plan: planned }
}

function plannedOf(
  days: PlanDays,
  today: Day,
  { modules }: LearningPath,
  { done, joint }: { done: Walk['done']; joint: ReadonlyMap<string, JointStanding> },
): Walk['plan'] {
  const both = { resource_person: new Set(Object.keys(done.resource_person)), leader: new Set(Object.keys(done.leader)) }
  const walked = modules.filter((module) => isWalked(module, both, joint)).map(({ id }) => id)
  const gone = (id: string) => !modules.some((module) => module.id === id)
  return { days, late: lateModules(days, (id) => gone(id) || walked.includes(id), today) }
}

function readTicks(people: readonly string[], pathId: string, ctx: Ctx): Promise<(typeof activitiesDone.$inferSelect)[]> {
  return once(ctx, `done ${pathId} ${people.join(' ')}`, () =>
    ctx.db
      .select()
      .from(activitiesDone)
      .where(and(isAmong(activitiesDone.personId, people), eq(activitiesDone.pathId, pathId))),
  )
}
