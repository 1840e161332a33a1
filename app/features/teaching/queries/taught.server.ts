// What people have taught and somebody has stood behind: for their own page, and for rooms that count evidence from real work.
import { and, desc, gte, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { cascadePeople, teachingLearners, teachingSessions } from '#db/schema/index.ts'
import type { TeachingForm } from '../words.ts'

export type Taught = { personId: string; sessionId: string; day: Day; minutes: number; form: TeachingForm; confirmed: number }

/**
 * Sessions that are signed off (by a manager, or by at least one learner), on or after the day `since`, the latest first.
 * Evidence from real work counts by this: a workshop led is `form === 'workshop'`. Unguarded: numbers and days of these very
 * people, for queries that have asked who may see them. `personIds`: accounts.
 */
export async function listTaughtOf(personIds: readonly string[], since: Day, ctx: Ctx = here()): Promise<Taught[]> {
  if (personIds.length === 0) return []
  const confirmed = sql<number>`(select count(*)::int from ${teachingLearners}
    where ${teachingLearners.sessionId} = ${teachingSessions.id} and ${teachingLearners.confirmedAt} is not null)`
  const { id, taughtOn, minutes, form, signedAt, teacherId } = teachingSessions
  const rows = await ctx.db
    .select({ personId: cascadePeople.userId, sessionId: id, day: taughtOn, minutes, form, confirmed })
    .from(teachingSessions)
    .innerJoin(cascadePeople, sql`${cascadePeople.id} = ${teacherId}`)
    .where(
      and(inArray(cascadePeople.userId, [...personIds]), gte(taughtOn, since), or(isNotNull(signedAt), sql`${confirmed} > 0`)),
    )
    .orderBy(desc(taughtOn), desc(id))
  return rows.flatMap(({ personId, ...taught }) => (personId ? [{ personId, ...taught }] : []))
}
