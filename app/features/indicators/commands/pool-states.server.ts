// Units with too few people to show a state of their own are shown together with others, once their quarter is closed.
import { sql } from 'drizzle-orm'
import { rowsOf } from '#db/client.server.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import type { Quarter } from '../rules/periods.ts'
import { partOfPool } from '../rules/states.ts'
import { settle } from './settle.server.ts'
import { type Stream, takeWaiting } from './take-waiting.server.ts'

type Move = Stream & { toUnitId: string; fromUnitIds: string[]; quarter: Quarter }

/**
 * For the clock, once a day: puts each state of a closed quarter that never showed into the pool of its unit, and a pool that
 * is too small into that of the unit above, until it finds company. Only whole states go there, no corrections of states that
 * show, so a pool is so many people and nothing is ever taken out of it. `open`: the oldest quarter that is not closed.
 */
export async function poolClosedStates(ctx: Ctx, open: Quarter): Promise<void> {
  // Deepest first, one level at a time: what comes up from below may be the company that was missing.
  for (let next = await listHidden(ctx, open); next.length > 0; next = await listHidden(ctx, open)) {
    for (const move of next) await pool(ctx, move)
  }
}

/** What is hidden at the deepest level where something is: states to be pooled there, or else pools to go up. */
async function listHidden(ctx: Ctx, open: Quarter): Promise<Move[]> {
  return rowsOf<Move>(
    await ctx.db.execute(sql`
      with hidden as (
        select c.*, cardinality(u.lineage) as depth, c.part like 'state:%' as is_state,
          case when c.part like 'state:%' then u.id else u.parent_id end as to_unit_id
        from observation_cuts c join units u on u.id = c.unit_id
        where c.waits_since < ${open} and (
          (c.part like 'state:%' and c.answers > 0 and c.shown_answers = 0)
          or (c.part like 'pool:%' and c.answers > c.shown_answers and u.parent_id is not null))
      )
      select indicator_id as "indicatorId", strand, respondent_group as "group", part, to_unit_id as "toUnitId",
        array_agg(unit_id::text) as "fromUnitIds", max(waits_since) as quarter
      from hidden where (depth, is_state) = (select depth, is_state from hidden order by depth desc, is_state desc limit 1)
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`),
  )
}

async function pool(outer: Ctx, { toUnitId, fromUnitIds, quarter, ...stream }: Move): Promise<void> {
  await transaction(outer, async (ctx) => {
    const taken = await takeWaiting(ctx, stream, fromUnitIds)
    await settle(ctx, [{ ...stream, ...taken, part: partOfPool(quarter), unitId: toUnitId, quarter, isNew: false }])
  })
}
