// What people keep of an activity: that it is done, what is ticked on it, what they told of it.
import { and, eq, type SQL } from 'drizzle-orm'
import type { activitiesDone, pathTicks, practiceReports } from '#db/schema/index.ts'

export type ActivityKey = { pathId: string; moduleId: string; activityId: string }

/** The condition that a row of the table is the person's own, at the activity. */
export function isOwnAt(
  table: typeof activitiesDone | typeof pathTicks | typeof practiceReports,
  personId: string,
  { pathId, moduleId, activityId }: ActivityKey,
): SQL | undefined {
  return and(
    eq(table.personId, personId),
    eq(table.pathId, pathId),
    eq(table.moduleId, moduleId),
    eq(table.activityId, activityId),
  )
}
