// Reads chains of sessions: those that are asked for and everything that was taught on from them, in one statement.
import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/days.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { Taught } from '../rules/cascade.ts'

type Row = {
  id: string
  teacher: string
  unit: string | null
  learnt_from: string | null
  day: Day
  stated: number
  visitors: number
  learners: string[] | null
  units: (string | null)[] | null
}

/** Sessions of those who taught with this account. */
export function taughtBy(userId: string): SQL {
  return sql`s.teacher_id in (select id from cascade_people where user_id = ${userId}::uuid)`
}

/** Sessions of the unit and of everything below it: of those who belong there, and those held there. */
export function atUnit(unitId: string): SQL {
  const below = sql`(select u.id from units u where u.lineage @> array[${unitId}::uuid])`
  return sql`(s.home_unit_id in ${below} or s.unit_id in ${below})`
}

/**
 * What is signed off among the sessions that `begin` tells, and among those in which it was taught on, however far. Unguarded:
 * ids and numbers, no names. `union` forgets what it has seen, so that a ring ends.
 */
export async function readChains(begin: SQL, ctx: Ctx): Promise<Taught[]> {
  const rows = await ctx.db.execute(sql`
    with recursive chain(id) as (
      select s.id from teaching_sessions s where ${begin}
      union
      select s.id from teaching_sessions s join chain on s.learnt_from_id = chain.id
    ), learnt as (
      select l.session_id, count(*) filter (where l.person_id is null)::int as visitors,
        json_agg(l.person_id) filter (where l.person_id is not null) as learners,
        json_agg(l.unit_id) filter (where l.person_id is not null) as units
      from teaching_learners l join chain on chain.id = l.session_id
      where l.confirmed_at is not null group by l.session_id
    )
    select s.id, s.teacher_id as teacher, s.home_unit_id as unit, s.learnt_from_id as learnt_from,
      s.taught_on::text as day, s.learners as stated, coalesce(learnt.visitors, 0) as visitors, learnt.learners, learnt.units
    from chain join teaching_sessions s on s.id = chain.id left join learnt on learnt.session_id = s.id
    where s.signed_at is not null or learnt.session_id is not null`)
  return rowsOf<Row>(rows).map(({ learnt_from: learntFrom, learners, units, ...row }) => ({
    ...{ ...row, learntFrom },
    learners: (learners ?? []).map((person, index) => ({ person, unit: units?.[index] ?? null })),
  }))
}
