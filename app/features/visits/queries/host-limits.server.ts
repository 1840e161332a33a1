// What a host unit can take: its profile, its closed periods, and the days that other visits have.
import { and, eq, gte, inArray, ne } from 'drizzle-orm'
import type { Day } from '#app/kernel/days.ts'
import { dayAt } from '#app/kernel/days.ts'
import type { Ctx } from '#db/context.server.ts'
import { closedPeriods, unitProfiles, visits } from '#db/schema/index.ts'
import { type DateRange, type HostLimits, rangeOf } from '../rules/dates.ts'
import type { VisitStatus } from '../rules/words.ts'

const standing: VisitStatus[] = ['confirmed', 'preparing', 'under_way']

/** The days that visits to the unit are agreed for, from `from` on; `except` leaves one visit out. */
async function listTakenDays(unitId: string, filter: { from: Day; except?: string }, ctx: Ctx): Promise<DateRange[]> {
  const others = filter.except ? ne(visits.id, filter.except) : undefined
  const rows = await ctx.db
    .select()
    .from(visits)
    .where(and(eq(visits.hostUnitId, unitId), inArray(visits.status, standing), gte(visits.endsOn, filter.from), others))
  return rows.flatMap((visit) => rangeOf(visit) ?? []).toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
}

/** All that `dateWarnings` needs about a host. A unit without a profile gets the defaults of a new one. */
export async function hostLimitsOf(host: { id: string; timeZone: string }, ctx: Ctx, except?: string): Promise<HostLimits> {
  const [profile] = await ctx.db.select().from(unitProfiles).where(eq(unitProfiles.unitId, host.id))
  const closed = await ctx.db.select().from(closedPeriods).where(eq(closedPeriods.unitId, host.id))
  const from = dayAt(ctx.now, host.timeZone)
  return {
    noticeMonths: profile?.noticeMonths ?? 3,
    daysMin: profile?.daysMin ?? 1,
    daysMax: profile?.daysMax ?? 5,
    groupMax: profile?.groupMax ?? 6,
    closedPeriods: closed.map(({ startsOn, endsOn, reason }) => ({ startsOn, endsOn, reason })),
    taken: await listTakenDays(host.id, { from, ...(except ? { except } : {}) }, ctx),
  }
}
