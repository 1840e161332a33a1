// What the clock brings up: each thing once on its day, whoever rings and however often.
import { and, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { listPairsAdrift } from '#app/features/pairs/queries/presence.server.ts'
import { leaderNow } from '#app/features/pairs/rules/pair.ts'
import { listPreparationsDue } from '#app/features/preparation/queries.server.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { addDays, type Day, dayAt, daysBetween, HOME_ZONE, instantAt } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pairTalks, slots, visits } from '#db/schema/index.ts'
import { PROGRAMME_NEWS_DAYS, UNANSWERED_WORKING_DAYS, workingDaysBetween } from '../rules.ts'

/** Brings up what should have been sent or answered. The mails' keys let each reminder out once. */
export async function remindOfWhatWaits(ctx: Ctx = here()): Promise<void> {
  const today = dayAt(ctx.now, HOME_ZONE)
  for (const due of await listPreparationsDue(ctx, today)) await tell({ event: 'preparation.due', ...due }, ctx)
  for (const visitId of await listUnanswered(today, ctx)) await tell({ event: 'visits.unanswered', visitId }, ctx)
  for (const event of await listTalksToBringUp(today, ctx)) await tell(event, ctx)
  for (const { pair, missing } of await listPairsAdrift(ctx)) {
    const leaderId = leaderNow(pair)?.personId
    if (pair.unit.closedAt) await tell({ event: 'pairs.unit_closed', pairId: pair.id, unitId: pair.unit.id }, ctx)
    else if (missing.leader && leaderId) await tell({ event: 'pairs.leader_left', pairId: pair.id, leaderId }, ctx)
  }
}

/** Visits whose programme has points that changed today, from some weeks before until the last day. */
export async function tellOfProgrammeChanges(ctx: Ctx = here()): Promise<void> {
  const today = dayAt(ctx.now, HOME_ZONE)
  const changed = await ctx.db
    .selectDistinct({ visitId: visits.id, startsOn: visits.startsOn })
    .from(slots)
    .innerJoin(visits, eq(visits.id, slots.visitId))
    .where(
      and(
        gte(slots.updatedAt, instantAt(today, '00:00', HOME_ZONE)),
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

/** Talks of tomorrow, and agreed steps whose day has come. Its letters ask whether they still hold. */
async function listTalksToBringUp(today: Day, ctx: Ctx): Promise<NotifyEvent[]> {
  const tomorrow = addDays(today, 1)
  const { id, onDay, outcome, nextStepOn, nextStepDoneAt } = pairTalks
  const rows = await ctx.db
    .select({ id, onDay, nextStepOn })
    .from(pairTalks)
    .where(or(and(eq(onDay, tomorrow), isNull(outcome)), and(eq(nextStepOn, today), isNull(nextStepDoneAt))))
  return rows.flatMap((talk): NotifyEvent[] => [
    ...(talk.onDay === tomorrow ? [{ event: 'pairs.talk_near' as const, talkId: talk.id, day: tomorrow }] : []),
    ...(talk.nextStepOn === today ? [{ event: 'pairs.step_due' as const, talkId: talk.id, day: today }] : []),
  ])
}

function tell(event: NotifyEvent, ctx: Ctx): Promise<void> {
  return enqueue(ctx, 'notify', event)
}
