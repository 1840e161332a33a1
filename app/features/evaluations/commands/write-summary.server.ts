// Both sides write the summary, field by field. Every change takes back what anybody had agreed to.
import { and, eq, sql } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { summaries, summaryAgreements, summaryAnswers } from '#db/schema/index.ts'
import { instrumentOf, latestInstrument } from '../instruments.server.ts'
import { writingSide } from '../policy.ts'
import { fitsItem, type PublishingInput, publishableItems, type SummaryAnswerInput } from '../rules/summary.ts'

type Summary = typeof summaries.$inferSelect

/**
 * Saves one field. @returns its new version.
 * @throws conflict when somebody changed the field since the form was made: the page shows both texts.
 */
export async function writeSummaryAnswer(
  actor: Person,
  input: SummaryAnswerInput & { visitId: string; language: Locale },
  ctx: Ctx = here(),
): Promise<number> {
  const { visitId, item: itemId, value, language, version } = input
  return changing(actor, visitId, ctx, async (summary, tx) => {
    const item = found(instrumentOf('visit_summary', summary.instrumentVersion).items.find(({ id }) => id === itemId))
    if (!fitsItem(item, value)) throw new DomainError('invalid', 'evaluations_error_answers')
    const said = { value, language, writtenBy: actor.id, writtenName: actor.name, writtenAt: tx.now, version: version + 1 }
    const key = { visitId, item: itemId }
    const saved =
      version === 0
        ? await tx.db
            .insert(summaryAnswers)
            .values({ ...key, ...said })
            .onConflictDoNothing()
            .returning({ version: summaryAnswers.version })
        : await tx.db
            .update(summaryAnswers)
            .set(said)
            .where(
              and(eq(summaryAnswers.visitId, visitId), eq(summaryAnswers.item, itemId), eq(summaryAnswers.version, version)),
            )
            .returning({ version: summaryAnswers.version })
    const [row] = saved
    if (!row) throw new DomainError('conflict', 'evaluations_error_answer_changed')
    return row.version
  })
}

/** Chooses which answers go to the blog, and who may read them there. */
export async function choosePublishing(
  actor: Person,
  input: PublishingInput & { visitId: string },
  ctx: Ctx = here(),
): Promise<void> {
  const { visitId, publishItems, visibility, version } = input
  await changing(actor, visitId, ctx, async (summary, tx) => {
    const publishable = publishableItems(instrumentOf('visit_summary', summary.instrumentVersion)).map(({ id }) => id)
    if (!publishItems.every((id) => publishable.includes(id))) throw new DomainError('invalid', 'evaluations_error_answers')
    if (summary.publishVersion !== version) throw new DomainError('conflict', 'evaluations_error_answer_changed')
    await tx.db
      .update(summaries)
      .set({
        publishItems: publishable.filter((id) => publishItems.includes(id)),
        visibility,
        publishVersion: version + 1,
        publishChangedBy: actor.id,
      })
      .where(eq(summaries.visitId, visitId))
  })
}

/** One writer at a time for an instant: the summary's row is the lock that agreeing takes, too. */
async function changing<T>(
  actor: Person,
  visitId: string,
  ctx: Ctx,
  change: (summary: Summary, tx: Ctx) => Promise<T>,
): Promise<T> {
  await findVisitFor(actor, visitId, ctx)
  return transaction(ctx, async (tx) => {
    const summary = await lockSummary(visitId, tx)
    allowed(writingSide(actor, await findVisitFor(actor, visitId, tx)) !== null, 'evaluations_error_summary_over')
    const result = await change(summary, tx)
    await tx.db
      .update(summaries)
      .set({ version: sql`${summaries.version} + 1` })
      .where(eq(summaries.visitId, visitId))
    await tx.db.delete(summaryAgreements).where(eq(summaryAgreements.visitId, visitId))
    ring(tx, roomOf.visit(visitId), 'summary')
    return result
  })
}

/** The visit's summary, begun if it was not, held until the transaction ends. */
export async function lockSummary(visitId: string, ctx: Ctx): Promise<Summary> {
  const { version: instrumentVersion } = latestInstrument('visit_summary')
  await ctx.db.insert(summaries).values({ visitId, instrumentVersion }).onConflictDoNothing()
  return found((await ctx.db.select().from(summaries).where(eq(summaries.visitId, visitId)).for('update'))[0])
}
