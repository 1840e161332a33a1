// The days that matter to a person in the coming week, over all their visits.

import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { addDays, type Day, dayAt } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { preparations } from '#db/schema/index.ts'
import { followUpMonthsOf } from '../reference.server.ts'
import { followUpRounds, summaryDueOn } from '../rules/calendar.ts'
import { endedEarly } from '../rules/moves.ts'
import type { VisitFile } from '../rules/words.ts'
import { listFilesFor } from './visit-cards.server.ts'

export type WeekKind = 'begins' | 'ends' | 'due' | 'follow_up' | 'summary'
export type WeekEntry = { visitId: string; title: string; language: string; day: Day; kind: WeekKind }

const DAYS_AHEAD = 7

/** Beginnings, ends and deadlines from today to a week ahead, soonest first; only visits the person takes part in. */
export async function listThisWeekFor(actor: Person, ctx: Ctx = here()): Promise<WeekEntry[]> {
  const files = await listFilesFor(actor, { scope: 'open', onlyMine: true }, ctx)
  const sent = await listSent(files, ctx)
  return files
    .flatMap((file) => {
      const today = dayAt(ctx.now, file.visit.timeZone)
      return datesOf(file, sent.has(file.visit.id)).filter(
        (entry) => entry.day >= today && entry.day < addDays(today, DAYS_AHEAD),
      )
    })
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

/** The visits among these whose preparation has been sent: its last day is nobody's business any more. */
async function listSent(files: readonly VisitFile[], ctx: Ctx): Promise<Set<string>> {
  const ids = files.map((file) => file.visit.id)
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .select({ visitId: preparations.visitId })
    .from(preparations)
    .where(and(inArray(preparations.visitId, ids), isNotNull(preparations.sentAt)))
  return new Set(rows.map((row) => row.visitId))
}

function datesOf({ visit }: VisitFile, isSent: boolean): WeekEntry[] {
  const { id, title, language, startsOn, endsOn, preparationDueOn, kind } = visit
  if (!startsOn || !endsOn || endedEarly(visit)) return []
  const entry = (what: WeekKind, day: Day): WeekEntry => ({ visitId: id, title, language, day, kind: what })
  const agreed = { startsOn, endsOn }
  return [
    ...(preparationDueOn && !isSent ? [entry('due', preparationDueOn)] : []),
    entry('begins', startsOn),
    ...(endsOn > startsOn ? [entry('ends', endsOn)] : []),
    ...(visit.status === 'evaluating' ? [entry('summary', summaryDueOn(agreed))] : []),
    ...followUpRounds(agreed, followUpMonthsOf(kind)).map((round) => entry('follow_up', round.opensOn)),
  ]
}
