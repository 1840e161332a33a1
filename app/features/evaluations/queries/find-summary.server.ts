// The summary as it stands: what is written, by whom, what is missing, who stands behind it.
import { eq } from 'drizzle-orm'
import type { Visibility } from '#app/features/blogs/words.ts'
import { canDecideWork } from '#app/features/preparation/policy.ts'
import { readDecidedWorks } from '#app/features/preparation/queries.server.ts'
import type { DecidedWork } from '#app/features/preparation/words.ts'
import { sideOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Side, VisitStatus } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { summaries, summaryAgreements, summaryAnswers, users } from '#db/schema/index.ts'
import { instrumentOf, latestInstrument } from '../instruments.server.ts'
import { agreeingSide, canReadOutcome, writingSide } from '../policy.ts'
import type { Instrument } from '../rules/instrument.ts'
import { missingInSummary } from '../rules/summary.ts'

export type SummaryAnswer = typeof summaryAnswers.$inferSelect

export type SummaryPage = {
  visitId: string
  status: VisitStatus
  timeZone: string
  instrument: Instrument
  answers: SummaryAnswer[]
  /** What one agrees to; 0 when nobody has written anything. */
  version: number
  publishing: { items: string[]; visibility: Visibility; version: number; changedBy: string | null }
  /** Required questions without an answer. */
  missing: string[]
  agreements: { side: Side; name: string; at: Date }[]
  writes: Side | null
  agrees: Side | null
  /** Improvement works decided on because of what is written here. */
  decided: DecidedWork[]
  /** The side whose works the actor may add and take back, or null. */
  decides: Side | null
  agreedAt: Date | null
  postId: string | null
}

/** @throws not_found unless the actor stands on one of the visit's sides. */
export async function findSummaryFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<SummaryPage> {
  const file = await findVisitFor(actor, visitId, ctx)
  found(canReadOutcome(actor, file) ? file : null)
  const [row] = await ctx.db
    .select({ summary: summaries, changedBy: users.name })
    .from(summaries)
    .leftJoin(users, eq(users.id, summaries.publishChangedBy))
    .where(eq(summaries.visitId, visitId))
  const version = row?.summary.instrumentVersion
  const instrument = version ? instrumentOf('visit_summary', version) : latestInstrument('visit_summary')
  const answers = await ctx.db.select().from(summaryAnswers).where(eq(summaryAnswers.visitId, visitId))
  const agreements = await ctx.db.select().from(summaryAgreements).where(eq(summaryAgreements.visitId, visitId))
  return {
    visitId,
    status: file.visit.status,
    timeZone: file.visit.timeZone,
    instrument,
    answers,
    version: row?.summary.version ?? 0,
    publishing: {
      items: row?.summary.publishItems ?? [],
      visibility: row?.summary.visibility ?? 'participants',
      version: row?.summary.publishVersion ?? 0,
      changedBy: row?.changedBy ?? null,
    },
    missing: missingInSummary(instrument, answers).map(({ id }) => id),
    agreements: agreements.map(({ side, agreedName, agreedAt }) => ({ side, name: agreedName, at: agreedAt })),
    writes: writingSide(actor, file),
    agrees: agreeingSide(actor, file),
    decided: await readDecidedWorks(visitId, ctx),
    decides: canDecideWork(actor, file) ? sideOf(actor, file) : null,
    agreedAt: row?.summary.agreedAt ?? null,
    postId: row?.summary.postId ?? null,
  }
}
