// What the clock brings up: each thing once on its day, whoever rings and however often.
import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import { listPreparationsDue } from '#app/features/preparation/queries.server.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { type Day, dayAt, daysBetween, instantAt } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { slots, visits } from '#db/schema/index.ts'
import { PROGRAMME_NEWS_DAYS, UNANSWERED_WORKING_DAYS, workingDaysBetween } from '../rules.ts'

/** The zone in which "today" is meant where no visit gives one. */
const ZONE = 'Europe/Stockholm'

/** Brings up what should have been sent or answered. The mails' keys let each reminder out once. */
export async function remindOfWhatWaits(ctx: Ctx = here()): Promise<void> {
  const today = dayAt(ctx.now, ZONE)
  for (const due of await listPreparationsDue(ctx, today)) await tell({ event: 'preparation.due', ...due }, ctx)
  for (const visitId of await listUnanswered(today, ctx)) await tell({ event: 'visits.unanswered', visitId }, ctx)
}

/** Visits whose programme has points that changed today, from some weeks before until the last day. */
export async function tellOfProgrammeChanges(ctx: Ctx = here()): Promise<void> {
  const today = dayAt(ctx.now, ZONE)
  const changed = await ctx.db
    .selectDistinct({ visitId: visits.id, startsOn: visits.startsOn })
    .from(slots)
    .innerJoin(visits, eq(visits.id, slots.visitId))
    .where(
      and(
        gte(slots.updatedAt, instantAt(today, '00:00', ZONE)),
        inArray(visits.status, ['preparing', 'under_way']),
        isNotNull(visits.startsOn),
      ),
    )
  for (const { visitId, startsOn } of changed) {
    if (startsOn && daysBetween(today, startsOn) > PROGRAMME_NEWS_DAYS) continue
    await tell({ event: 'programme.changed', visitId, day: today }, ctx)
  }
}

async function listUnanswered(today: Day, ctx: Ctx): Promise<string[]> {
  const waiting = await ctx.db.select().from(visits).where(eq(visits.status, 'asked'))
  return waiting
    .filter(({ createdAt, timeZone }) => workingDaysBetween(dayAt(createdAt, timeZone), today) >= UNANSWERED_WORKING_DAYS)
    .map(({ id }) => id)
}

function tell(event: NotifyEvent, ctx: Ctx): Promise<void> {
  return enqueue(ctx, 'notify', event)
}
