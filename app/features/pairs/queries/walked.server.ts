// How far many walks have come, in few statements, now or as it was before an instant. Unguarded: for what counts them.
import { type SQL, sql } from 'drizzle-orm'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { rowsOf, uuids } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { doneKey } from '../rules/progress.ts'
import { readCountedWorks } from './evidence.server.ts'

/** A walk, by its pair's id. */
type Walked = { id: string; personId: string; startedAt: Date }

/** Modules of which every step on the resource person's track is done, ticked off or by work, by pair. */
export async function readWalked(
  walks: readonly Walked[],
  path: LearningPath,
  ctx: Ctx,
  until?: Date,
): Promise<Map<string, string[]>> {
  const needed = new Set(path.modules.flatMap(({ id, tracks }) => tracks.resource_person.map((step) => doneKey(id, step.id))))
  const lengths = new Map(path.modules.map((module) => [module.id, module.tracks.resource_person.length]))
  const rows = await inOne<[string, string]>(
    sql`json_build_array(person_id, steps)`,
    sql`(select person_id, string_agg(module_id || '/' || activity_id, ' ') as steps from activities_done
      where person_id = any(${uuids(walks.map((walk) => walk.personId))}) and path_id = ${path.id}${before(sql`done_at`, until)}
      group by person_id) person`,
    ctx,
  )
  const ticked = new Map(rows)
  const works = await readCountedWorks(walks, path, ctx, until)
  return new Map(
    walks.map(({ id, personId }) => {
      const steps = ticked.get(personId)?.split(' ') ?? []
      const work = works.get(id)
      const counts = new Map<string, number>()
      for (const step of work ? new Set([...steps, ...work]) : steps) {
        if (!needed.has(step)) continue
        const module = step.slice(0, step.indexOf('/'))
        counts.set(module, (counts.get(module) ?? 0) + 1)
      }
      return [id, [...counts].flatMap(([module, count]) => (count === lengths.get(module) ? [module] : []))]
    }),
  )
}

/** Modules whose joint step both have confirmed, by pair. */
export async function readJoint(walks: readonly Pick<Walked, 'id'>[], ctx: Ctx, until?: Date): Promise<Map<string, string[]>> {
  const joint = await inOne<[string, string]>(
    sql`json_build_array(pair_id, modules)`,
    sql`(select pair_id, string_agg(module_id, ' ') as modules from joint_steps
      where pair_id = any(${uuids(walks.map((walk) => walk.id))}) and completed_at is not null
        ${before(sql`completed_at`, until)} group by pair_id) pair`,
    ctx,
  )
  return new Map(joint.map(([pairId, modules]) => [pairId, modules.split(' ')]))
}

/** Many small rows as one: on the embedded database, handing rows over costs more than finding them. */
export async function inOne<Row>(row: SQL, from: SQL, ctx: Ctx): Promise<Row[]> {
  const [answer] = rowsOf<{ rows: Row[] | null }>(await ctx.db.execute(sql`select json_agg(${row}) as rows from ${from}`))
  return answer?.rows ?? []
}

function before(column: SQL, until: Date | undefined): SQL {
  return until ? sql` and ${column} < ${until.toISOString()}` : sql``
}
