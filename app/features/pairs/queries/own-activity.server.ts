import { and, eq, type SQL } from 'drizzle-orm'
import { activitiesDone } from '#db/schema/index.ts'

export type ActivityKey = { pathId: string; moduleId: string; activityId: string }

/** The person's own tick at an activity. */
export function tickOf(personId: string, { pathId, moduleId, activityId }: ActivityKey): SQL | undefined {
  return and(
    eq(activitiesDone.personId, personId),
    eq(activitiesDone.pathId, pathId),
    eq(activitiesDone.moduleId, moduleId),
    eq(activitiesDone.activityId, activityId),
  )
}
