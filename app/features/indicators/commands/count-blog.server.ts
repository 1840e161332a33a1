import { sql } from 'drizzle-orm'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { addDays, type Day, utcDay } from '#app/kernel/days.ts'
import { rowsOf } from '#db/client.server.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { countedDays } from '#db/schema/index.ts'
import type { Observation } from '../rules/words.ts'
import { recordObservations } from './record-observations.server.ts'

/**
 * For the clock, once a day: the blog's readers (main) and comments (supporting) of each day that is over, counted for the
 * visit's host unit (CL5, the result measure of the co-learning model). Each day is counted once, however often this runs.
 */
export async function countBlog(ctx: Ctx): Promise<void> {
  const today = utcDay(ctx.now)
  const days = rowsOf<{ day: Day }>(
    await ctx.db.execute(sql`
      select day::text as day from (
        select day from post_readers union select (created_at at time zone 'UTC')::date from comments
      ) as lively
      where day < ${today}::date and day not in (select day from counted_days where source = 'blog')
      order by day`),
  )
  await forEachAlone(days, ({ day }) => countDay(ctx, day))
}

async function countDay(outer: Ctx, day: Day): Promise<void> {
  await transaction(outer, async (ctx) => {
    const mine = await ctx.db.insert(countedDays).values({ source: 'blog', day }).onConflictDoNothing().returning()
    if (mine.length === 0) return
    const common = { indicatorId: 'CL5', group: 'system', day, denominator: 0 } as const
    const readers = rowsOf<{ unitId: string; count: number }>(
      await ctx.db.execute(sql`
        select v.host_unit_id as "unitId", sum(r.readers)::int as count
        from post_readers r join posts p on p.id = r.post_id join visits v on v.id = p.visit_id
        where r.day = ${day} group by 1`),
    )
    const comments = rowsOf<{ unitId: string; count: number }>(
      await ctx.db.execute(sql`
        select v.host_unit_id as "unitId", count(*)::int as count
        from comments c join posts p on p.id = c.post_id join visits v on v.id = p.visit_id
        where c.created_at >= ${`${day}T00:00:00Z`} and c.created_at < ${`${addDays(day, 1)}T00:00:00Z`}
          and c.removed_at is null
        group by 1`),
    )
    const observations: Observation[] = [
      ...readers.map(({ unitId, count }) => ({ ...common, strand: 'main' as const, unitId, numerator: count })),
      ...comments.map(({ unitId, count }) => ({ ...common, strand: 'supporting' as const, unitId, numerator: count })),
    ]
    await recordObservations(ctx, observations)
  })
}
