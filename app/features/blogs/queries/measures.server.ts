// The blog's result measures: posts, comments and visitors. Integers only; visitors are counted per post and day.
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { isVisitOfUnits } from '#app/features/visits/queries.server.ts'
import { type Day, HOME_ZONE } from '#app/kernel/days.ts'
import { rowsOf } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { comments, postReaders, posts } from '#db/schema/index.ts'

/** `visitors`: different readers per post and day, added up; nobody is known from one day to the next. */
export type BlogMeasures = { posts: number; comments: number; visitors: number }

/** Days, both included; left out: since ever. */
export type Period = { from?: Day; to?: Day }

/** Visitors of each post; posts that nobody has visited are 0. Unguarded: counts of posts that the caller may show. */
export async function visitorsOf(postIds: readonly string[], ctx: Ctx = here()): Promise<Map<string, number>> {
  const counts = new Map(postIds.map((id) => [id, 0]))
  if (postIds.length === 0) return counts
  const rows = await ctx.db
    .select({ postId: postReaders.postId, readers: sql<number>`sum(${postReaders.readers})::int` })
    .from(postReaders)
    .where(inArray(postReaders.postId, [...postIds]))
    .groupBy(postReaders.postId)
  for (const row of rows) counts.set(row.postId, row.readers)
  return counts
}

/** The measures of one visit. Unguarded: the caller has found the visit. */
export function measuresOfVisit(visitId: string, period: Period = {}, ctx: Ctx = here()): Promise<BlogMeasures> {
  return measure(eq(posts.visitId, visitId), period, ctx)
}

/** The measures of all visits to or from the unit and everything below it. Unguarded. */
export function measuresOfUnit(unitId: string, period: Period = {}, ctx: Ctx = here()): Promise<BlogMeasures> {
  return measure(isVisitOfUnits(posts.visitId, [unitId]), period, ctx)
}

async function measure(which: SQL, period: Period, ctx: Ctx): Promise<BlogMeasures> {
  const standing = and(which, isNull(posts.takenDownAt)) ?? which
  const written = (column: SQL) => within(sql`(${column} at time zone ${HOME_ZONE})::date`, period)
  const result = await ctx.db.execute(sql`select
    (select count(*)::int from ${posts} where ${standing} and ${written(sql`${posts.createdAt}`)}) as posts,
    (select count(*)::int from ${comments} join ${posts} on ${posts.id} = ${comments.postId}
      where ${standing} and ${comments.removedAt} is null and ${written(sql`${comments.createdAt}`)}) as comments,
    (select coalesce(sum(${postReaders.readers}), 0)::int from ${postReaders} join ${posts} on ${posts.id} = ${postReaders.postId}
      where ${standing} and ${within(sql`${postReaders.day}`, period)}) as visitors`)
  return rowsOf<BlogMeasures>(result)[0] ?? { posts: 0, comments: 0, visitors: 0 }
}

function within(day: SQL, { from, to }: Period): SQL {
  return sql`${from ? sql`${day} >= ${from}::date` : sql`true`} and ${to ? sql`${day} <= ${to}::date` : sql`true`}`
}
