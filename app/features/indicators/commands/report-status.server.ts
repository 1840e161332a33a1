import { eq } from 'drizzle-orm'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { type Day, dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { statusReports } from '#db/schema/index.ts'
import { canReport } from '../policy.ts'
import { surroundingsOf } from '../queries/places.server.ts'
import { readStore } from '../queries/read.server.ts'
import { indicatorOf } from '../reference.server.ts'
import { isReported, levelsFor } from '../rules/reports.ts'
import type { ReportLevel } from '../rules/words.ts'

type Given = { id: string; indicatorId: string; unitId: string; note: string; language: string }

/**
 * Says how far the unit has come, or what a reviewer found there, on a day. It holds at once, at the unit and in what is
 * counted above it; earlier reports stay as history.
 * @throws DomainError not_found, forbidden; invalid for another kind of indicator or level, and for a day to come.
 */
export async function reportStatus(actor: Person, input: Given & { level: ReportLevel; onDay: Day }, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { kind } = await findReported(actor, input, ctx)
    if (!levelsFor(kind).includes(input.level)) throw new DomainError('invalid', 'indicators_error_level')
    if (input.onDay > todayOf(ctx)) throw new DomainError('invalid', 'indicators_error_day_to_come')
    await insertRow(actor, input, { level: input.level, onDay: input.onDay }, ctx)
  })
}

/** Takes the unit's report back: it has said nothing then. @throws as `reportStatus` */
export async function withdrawReport(actor: Person, input: Given, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await findReported(actor, input, ctx)
    await insertRow(actor, input, { level: null, onDay: todayOf(ctx) }, ctx)
  })
}

function todayOf(ctx: Ctx): Day {
  return dayAt(ctx.now, HOME_ZONE)
}

async function findReported(actor: Person, input: Given, ctx: Ctx) {
  const indicator = found(indicatorOf(input.indicatorId))
  const wanted = { unitId: input.unitId, homeIds: homeUnitsOf(actor), indicatorIds: [indicator.id], since: 0 }
  const { unit } = surroundingsOf(actor, input.unitId, (await readStore(ctx, wanted)).places)
  allowed(canReport(actor, unit.lineage), 'indicators_error_not_yours_to_report')
  if (!isReported(indicator)) throw new DomainError('invalid', 'indicators_error_counted')
  return indicator
}

async function insertRow(
  actor: Person,
  { id, indicatorId, unitId, note, language }: Given,
  said: { level: ReportLevel | null; onDay: Day },
  ctx: Ctx,
): Promise<void> {
  const signed = { setBy: actor.id, setName: actor.name, setAt: ctx.now }
  const made = await ctx.db
    .insert(statusReports)
    .values({ id, indicatorId, unitId, note, language, ...said, ...signed })
    .onConflictDoNothing({ target: statusReports.id })
    .returning({ id: statusReports.id })
  if (made.length > 0) return
  // Pressed twice: the first press did it. Somebody else's id is somebody else's.
  const [known] = await ctx.db.select({ setBy: statusReports.setBy }).from(statusReports).where(eq(statusReports.id, id))
  found(known?.setBy === actor.id || undefined)
}
