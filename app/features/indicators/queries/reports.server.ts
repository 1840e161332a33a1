// What units have reported of indicators that are no number. Unguarded: callers have decided that the reader may see the unit.
import { and, arrayContains, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import type { Ctx } from '#db/context.server.ts'
import { statusReports, units } from '#db/schema/index.ts'
import type { Indicator } from '../reference.server.ts'
import { isReported, type Newest, sumOfReports } from '../rules/reports.ts'
import type { Sum } from '../rules/series.ts'

export type Reported = Newest & { indicatorId: string; lineage: string[] }

export type Report = Newest & { id: string; note: string; language: string; setName: string; setAt: Date }

/** The newest row of each unit at the unit and below it, closed units left out. No statement when nothing is reported. */
export async function readReported(ctx: Ctx, unitId: string, asked: readonly Indicator[]): Promise<Reported[]> {
  const ids = asked.filter(isReported).map((indicator) => indicator.id)
  if (ids.length === 0) return []
  return ctx.db
    .selectDistinctOn([statusReports.unitId, statusReports.indicatorId], {
      indicatorId: statusReports.indicatorId,
      lineage: units.lineage,
      level: statusReports.level,
      onDay: statusReports.onDay,
    })
    .from(statusReports)
    .innerJoin(units, eq(units.id, statusReports.unitId))
    .where(
      and(
        arrayContains(units.lineage, [unitId]),
        or(isNull(units.closedAt), eq(units.id, unitId)),
        inArray(statusReports.indicatorId, ids),
      ),
    )
    .orderBy(statusReports.unitId, statusReports.indicatorId, desc(statusReports.number))
}

/** What has been reported at the unit and below it, counted. */
export function reportedAt(reported: readonly Reported[], unitId: string, indicator: Indicator, now: Date): Sum {
  const mine = reported.filter((row) => row.indicatorId === indicator.id && row.lineage.includes(unitId))
  return sumOfReports(mine, indicator.interval, dayAt(now, HOME_ZONE))
}

/** The unit's own reports of an indicator, newest first. */
export async function listReports(ctx: Ctx, unitId: string, indicatorId: string): Promise<Report[]> {
  return ctx.db
    .select({
      id: statusReports.id,
      level: statusReports.level,
      onDay: statusReports.onDay,
      note: statusReports.note,
      language: statusReports.language,
      setName: statusReports.setName,
      setAt: statusReports.setAt,
    })
    .from(statusReports)
    .where(and(eq(statusReports.unitId, unitId), eq(statusReports.indicatorId, indicatorId)))
    .orderBy(desc(statusReports.number))
}
