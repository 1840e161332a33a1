// How many have confirmed at a unit and below it, as those are told who see no names: whole steps, settled over the whole tree.
import { sql } from 'drizzle-orm'
import { type Counted, shownIn, type Tally } from '#app/features/pairs/rules/whole-steps.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'

type Row = { id: string; parent_id: string | null; confirmed: number }

/**
 * People who have confirmed, each once at every unit where they learnt, and visitors. Null: too few to say. What is shown at a
 * unit follows from what is shown below it, so that no page can be subtracted from another. Unguarded.
 */
export async function readConfirmedInSteps(unitId: string, least: number, ctx: Ctx): Promise<number | null> {
  const rows = await ctx.db.execute(sql`
    with below as (select id, parent_id from units where lineage @> array[${unitId}::uuid]),
    counted as (
      select coalesce(s.home_unit_id, s.unit_id) as unit_id,
        (count(distinct l.person_id) + count(*) filter (where l.person_id is null))::int as confirmed
      from teaching_learners l join teaching_sessions s on s.id = l.session_id
      where l.confirmed_at is not null and coalesce(s.home_unit_id, s.unit_id) in (select id from below)
      group by 1
    )
    select below.id, below.parent_id, coalesce(counted.confirmed, 0) as confirmed
    from below left join counted on counted.unit_id = below.id`)
  const shown = shownIn(treeOf(unitId, rowsOf<Row>(rows)), least).get(unitId)?.all ?? 0
  return shown === 0 ? null : shown
}

function treeOf(unitId: string, rows: readonly Row[]): Counted {
  const below = new Map<string, Row[]>()
  for (const row of rows) below.set(row.parent_id ?? '', [...(below.get(row.parent_id ?? '') ?? []), row])
  const tally = (all: number): Tally => ({ all, states: [], marks: [] })
  const place = (id: string, confirmed: number): Counted => ({
    ...{ id, own: tally(confirmed) },
    below: (below.get(id) ?? []).map((row) => place(row.id, row.confirmed)),
  })
  return place(unitId, rows.find(({ id }) => id === unitId)?.confirmed ?? 0)
}
