// The walks at a unit and everything below it, counted. Law: only what `shownIn` lets through leaves this file.
import { sql } from 'drizzle-orm'
import { canReadIndicators } from '#app/features/indicators/policy.ts'
import { findPathFor, listPathsFor, readPath } from '#app/features/paths/queries/library.server.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { rowsOf, uuids } from '#db/client.server.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { type CountedWalk, middleMonths, readStand, type Stand, shareOfTalks, tallyOf } from '../rules/unit-walks.ts'
import { type Counted, shownIn } from '../rules/whole-steps.ts'
import { inOne, readJoint, readWalked } from './walked.server.ts'

type Place = { id: string; name: string; language: string; lineage: string[] }
/** Milliseconds, a twelfth of a year on average. */
const MONTH = 2_629_746_000

type Version = { pathId: string; version: number }

export type UnitWalks = {
  unit: Place
  above: Place[]
  path: LearningPath
  /** The paths and versions that can be looked at. */
  choices: (Version & Pick<LearningPath, 'title' | 'languages'>)[]
  /** The smallest group that is shown. */
  least: number
  here: Stand & { months: number | null; talksHeld: number | null }
  /** Right below, those that the reader may open. */
  below: (Stand & { place: Place })[]
}

/**
 * How the walks at the unit and below it stand, for those who may see what the unit reaches: its people, those above it and
 * those below. Nobody sees names, or numbers about fewer than the smallest group.
 * @throws not_found for units that the actor may not look into, and for paths that they cannot read
 */
export async function findUnitWalksFor(
  actor: Person,
  { unitId, pathId, version }: { unitId: string; pathId?: string | null; version?: number | null },
  ctx: Ctx = here(),
): Promise<UnitWalks> {
  const places = await readPlaces(actor, unitId, ctx)
  const homes = homeUnitsOf(actor)
  const lineages = places.filter((place) => homes.includes(place.id)).map((place) => place.lineage)
  const mayOpen = (place: Place) => canReadIndicators(actor, place.lineage, lineages)
  const unit = found(places.find((place) => place.id === unitId && mayOpen(place)))
  const tree = places.filter((place) => place.lineage.includes(unitId))
  const walks = await once(ctx, `walks ${unitId}`, () => readWalks(unitId, ctx))
  const walked = versionsOf(walks, tree, unitId)
  const path = await pathAsked(actor, { pathId, version }, walked, ctx)
  const about = `walks ${unitId} ${path.id} ${path.version}`
  const { shown, ...middle } = await once(ctx, about, () => countWalks(walks, tree, unitId, path, ctx))
  const standAt = (id: string) => readStand(shown.get(id), path.modules)
  return {
    unit,
    above: unit.lineage.slice(0, -1).flatMap((id) => places.filter((place) => place.id === id)),
    path,
    choices: await choicesOf(path, walked, ctx),
    least: settings().SMALLEST_GROUP,
    here: { ...standAt(unitId), ...middle },
    below: tree
      .filter((place) => place.lineage.at(-2) === unitId && mayOpen(place))
      .map((place) => ({ place, ...standAt(place.id) })),
  }
}

/** The unit, those above and below it, and the actor's own: to decide who may look, and to name what is looked at. */
async function readPlaces(actor: Person, unitId: string, ctx: Ctx): Promise<Place[]> {
  return rowsOf<Place>(
    await ctx.db.execute(sql`
      select id, name, language, lineage from units
      where lineage @> array[${unitId}::uuid] or id = any(${uuids([unitId, ...homeUnitsOf(actor)])})
         or id = any(array(select unnest(lineage) from units where id = ${unitId}::uuid))`),
  )
}

type Walk = Version & { id: string; unitId: string; personId: string; startedAt: Date; paused: boolean; ended: boolean }

/**
 * A walk of each resource person on a path: the latest that has begun, which it has when both are with it. Each of them is
 * counted at one unit, so that the counts of units add up.
 */
async function readWalks(unitId: string, ctx: Ctx): Promise<Walk[]> {
  const rows = await inOne<[string, string, string, string, number, boolean, boolean, number]>(
    sql`json_build_array(pair.id, unit_id, resource_person_id, path_id, path_version, paused_at is not null, ended_at is not null,
        extract(epoch from started_at)::float8)`,
    sql`learning_pairs pair join units unit on unit.id = pair.unit_id
      where unit.lineage @> array[${unitId}::uuid] and joined_at is not null
        and exists (select 1 from pair_leaders leader where leader.pair_id = pair.id and leader.joined_at is not null)
        and not exists (
          select 1 from learning_pairs later
          where later.resource_person_id = pair.resource_person_id and later.path_id = pair.path_id
            and later.started_at > pair.started_at and later.joined_at is not null)`,
    ctx,
  )
  return rows.map(([id, unitId, personId, pathId, version, paused, ended, seconds]) => {
    return { id, unitId, personId, pathId, version, paused, ended, startedAt: new Date(seconds * 1000) }
  })
}

/** Versions that so many walk that it may be told. */
function versionsOf(walks: readonly Walk[], tree: readonly Place[], unitId: string): Version[] {
  const versions = new Map<string, Walk[]>()
  for (const walk of walks) grouped(versions, `${walk.pathId} ${walk.version}`).push(walk)
  const byMany = [...versions.values()].toSorted((a, b) => b.length - a.length)
  return byMany.flatMap((some) => {
    const at = new Map<string, Walk[]>()
    for (const walk of some) grouped(at, walk.unitId).push(walk)
    const own = (id: string) => {
      const all = at.get(id)?.length ?? 0
      return { all, states: [all], marks: [] }
    }
    const shown = shownIn(treeOf(tree, unitId, own), settings().SMALLEST_GROUP).get(unitId)
    return shown?.all ? some.slice(0, 1).map(({ pathId, version }) => ({ pathId, version })) : []
  })
}

/** What is asked for when so many walk it, else what the actor may read, else what most walk here. */
async function pathAsked(
  actor: Person,
  { pathId, version }: { pathId?: string | null; version?: number | null },
  walked: readonly Version[],
  ctx: Ctx,
): Promise<LearningPath> {
  const asked = walked.find((one) => one.pathId === pathId && one.version === version)
  const known = asked ?? (pathId ? null : walked[0])
  if (known) return readPath(known, ctx)
  return findPathFor(actor, pathId ?? (await listPathsFor(actor, ctx))[0]?.pathId, ctx)
}

async function choicesOf(path: LearningPath, walked: readonly Version[], ctx: Ctx): Promise<UnitWalks['choices']> {
  const others = walked.filter((one) => one.pathId !== path.id || one.version !== path.version)
  const paths = [path, ...(await Promise.all(others.map((one) => readPath(one, ctx))))]
  return paths.map(({ id, version, title, languages }) => ({ pathId: id, version, title, languages }))
}

/** Three statements more, however many walk, so plain that they need no statistics: steps that are done, joint steps, talks. */
async function countWalks(all: readonly Walk[], tree: readonly Place[], unitId: string, path: LearningPath, ctx: Ctx) {
  const onPath = all.filter((walk) => walk.pathId === path.id && walk.version === path.version)
  const walked = await readWalked(onPath, path, ctx)
  const joint = await readJoint(onPath, ctx)
  const talks = await readTalkCounts(onPath, ctx)
  const unread = path.modules.filter((module) => module.tracks.resource_person.length === 0).map((module) => module.id)
  const walks = new Map<string, CountedWalk[]>()
  for (const { id, unitId: at, startedAt, paused, ended } of onPath) {
    const months = Math.floor((ctx.now.getTime() - startedAt.getTime()) / MONTH)
    const done = { walked: new Set([...unread, ...(walked.get(id) ?? [])]), joint: new Set(joint.get(id)) }
    grouped(walks, at).push({ months, paused, ended, ...done, talks: talks.get(id) ?? { due: 0, held: 0 } })
  }
  const own = (id: string) => tallyOf(walks.get(id) ?? [], path.modules)
  const shown = shownIn(treeOf(tree, unitId, own), settings().SMALLEST_GROUP)
  const stand = readStand(shown.get(unitId), path.modules)
  const here = [...walks.values()].flat()
  return { shown, months: middleMonths(here, path.modules, stand), talksHeld: shareOfTalks(here, stand) }
}

/** Talks whose day has come and that were not cancelled, and those of them that were held, by pair. */
async function readTalkCounts(walks: readonly Walk[], ctx: Ctx): Promise<Map<string, CountedWalk['talks']>> {
  const talks = await inOne<[string, number, number]>(
    sql`json_build_array(pair_id, due, held)`,
    sql`(select pair_id, count(*) as due, count(*) filter (where outcome = 'held') as held from pair_talks
      where pair_id = any(${uuids(walks.map((walk) => walk.id))}) and on_day <= ${dayAt(ctx.now, HOME_ZONE)}
        and outcome is distinct from 'cancelled' group by pair_id) pair`,
    ctx,
  )
  return new Map(talks.map(([pairId, due, held]) => [pairId, { due, held }]))
}

/** The organisation below the unit, each place with its own count. */
function treeOf(places: readonly Place[], unitId: string, own: (id: string) => Counted['own']): Counted {
  const below = new Map<string, Place[]>()
  for (const place of places) grouped(below, place.lineage.at(-2) ?? '').push(place)
  const at = (id: string): Counted => ({ id, own: own(id), below: (below.get(id) ?? []).map((place) => at(place.id)) })
  return at(unitId)
}

function grouped<T>(groups: Map<string, T[]>, key: string): T[] {
  const group = groups.get(key) ?? []
  groups.set(key, group)
  return group
}
