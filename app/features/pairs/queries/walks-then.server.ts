// All walks as they stood at the end of a day, for counting them. Unguarded, and for nobody's eyes: what is counted is shown
// by the indicators, by their law of small numbers.
import { sql } from 'drizzle-orm'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { addDays, type Day } from '#app/kernel/days.ts'
import { uuids } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { WalkThen } from '../rules/counted-walks.ts'
import { isThrough } from '../rules/unit-walks.ts'
import { inOne, readJoint, readWalked } from './walked.server.ts'

type Begun = Omit<WalkThen, 'finished' | 'hasGoals' | 'talks'> & { version: number; startedAt: Date }

/**
 * Days are cut at midnight UTC, as the store's quarters are. `since`: the first day of the talks that are counted.
 * A pause that is over has left no trace: who went on since was not paused.
 */
export async function readWalksThen({ day, since }: { day: Day; since: Day }, ctx: Ctx): Promise<WalkThen[]> {
  const until = new Date(`${addDays(day, 1)}T00:00:00Z`)
  const walks = await readBegun(until, ctx)
  if (walks.length === 0) return []
  const ids = uuids(walks.map(({ pairId }) => pairId))
  const finished = await readFinished(walks, until, ctx)
  const withGoals = await inOne<string>(
    sql`pair_id`,
    sql`(select distinct pair_id from joint_steps where pair_id = any(${ids}) and jsonb_array_length(goals) > 0
      and completed_at < ${until.toISOString()}) step`,
    ctx,
  )
  const talks = await inOne<[string, number, number]>(
    sql`json_build_array(pair_id, due, held)`,
    sql`(select pair_id, count(*) as due, count(*) filter (where outcome = 'held') as held from pair_talks
      where pair_id = any(${ids}) and on_day between ${since} and ${day} and outcome is distinct from 'cancelled'
      group by pair_id) pair`,
    ctx,
  )
  const goals = new Set(withGoals)
  const talksOf = new Map(talks.map(([pairId, due, held]) => [pairId, { due, held }]))
  return walks.map(({ version: _version, startedAt: _startedAt, ...walk }) => ({
    ...walk,
    finished: finished.has(walk.pairId),
    hasGoals: goals.has(walk.pairId),
    talks: talksOf.get(walk.pairId) ?? { due: 0, held: 0 },
  }))
}

/** A walk has begun when both are with it. */
async function readBegun(until: Date, ctx: Ctx): Promise<Begun[]> {
  const then = until.toISOString()
  const rows = await inOne<[string, string, string, number, string, string, number, boolean]>(
    sql`json_build_array(pair.id, resource_person_id, path_id, path_version, unit_id,
      (greatest(pair.joined_at, leader.joined_at) at time zone 'UTC')::date, extract(epoch from started_at)::float8,
      leader.leads and not coalesce(paused_at < ${then}, false) and not coalesce(ended_at < ${then}, false))`,
    sql`learning_pairs pair
      join (select pair_id, min(joined_at) as joined_at, bool_or(ended_at is null or ended_at >= ${then}) as leads
        from pair_leaders where joined_at < ${then} group by pair_id) leader on leader.pair_id = pair.id
      where pair.joined_at < ${then}`,
    ctx,
  )
  return rows.map(([pairId, personId, pathId, version, unitId, begunOn, seconds, goesOn]) => {
    return { pairId, personId, pathId, version, unitId, begunOn, startedAt: new Date(seconds * 1000), goesOn }
  })
}

/** Pairs whose walk was finished, as the page of a unit's walks says it: version by version, since each has its own modules. */
async function readFinished(walks: readonly Begun[], until: Date, ctx: Ctx): Promise<Set<string>> {
  const finished = new Set<string>()
  const joint = await readJoint(
    walks.map(({ pairId: id }) => ({ id })),
    ctx,
    until,
  )
  for (const key of new Set(walks.map(({ pathId, version }) => `${version} ${pathId}`))) {
    const some = walks.filter(({ pathId, version }) => `${version} ${pathId}` === key)
    const [first] = some
    if (!first) continue
    const path = await readPath(first, ctx)
    const unread = path.modules.filter((module) => module.tracks.resource_person.length === 0).map((module) => module.id)
    const walked = await readWalked(
      some.map(({ pairId: id, ...walk }) => ({ id, ...walk })),
      path,
      ctx,
      until,
    )
    for (const { pairId } of some) {
      const done = { walked: new Set([...unread, ...(walked.get(pairId) ?? [])]), joint: new Set(joint.get(pairId)) }
      if (isThrough(done, path.modules)) finished.add(pairId)
    }
  }
  return finished
}
