// A side stands behind the summary. When both do, the visit is summarised, published as far as allowed, and counted: all or nothing.
import { and, eq } from 'drizzle-orm'
import { publishSummary } from '#app/features/blogs/commands.server.ts'
import type { RichText } from '#app/features/blogs/rich-text/document.ts'
import { fromPlainText } from '#app/features/blogs/rich-text/plain.ts'
import type { Visibility } from '#app/features/blogs/words.ts'
import { moveVisit } from '#app/features/visits/commands/move-visit.server.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { sides, type VisitFile } from '#app/features/visits/rules/words.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { isLocale, type Locale } from '#app/kernel/locales.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { m } from '#app/paraglide/messages.js'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { summaries, summaryAgreements, summaryAnswers } from '#db/schema/index.ts'
import { instrumentOf } from '../instruments.server.ts'
import { agreeingSide } from '../policy.ts'
import { visitConfirmations } from '../rules/counting.ts'
import type { Instrument } from '../rules/instrument.ts'
import { answersOf, missingInSummary } from '../rules/summary.ts'
import { isSummaryInTime } from '../rules/windows.ts'
import { tallyVisit } from './tally-visit.server.ts'
import { lockSummary } from './write-summary.server.ts'

/**
 * The actor's side agrees to the summary as it reads in `version`.
 * @returns 'summarised' when the other side had agreed to the same, else 'waiting'.
 * @throws conflict when the text has changed since, invalid while a required question is blank, forbidden outside evaluating.
 */
export async function agreeToSummary(
  actor: Person,
  { visitId, version }: { visitId: string; version: number },
  ctx: Ctx = here(),
): Promise<'waiting' | 'summarised'> {
  await findVisitFor(actor, visitId, ctx)
  return transaction(ctx, async (tx) => {
    const summary = await lockSummary(visitId, tx)
    const file = await findVisitFor(actor, visitId, tx)
    const side = agreeingSide(actor, file)
    allowed(side !== null, 'evaluations_error_agreeing_over')
    const rows = await tx.db.select().from(summaryAnswers).where(eq(summaryAnswers.visitId, visitId))
    const instrument = instrumentOf('visit_summary', summary.instrumentVersion)
    if (summary.version !== version) throw new DomainError('conflict', 'evaluations_error_summary_changed')
    if (missingInSummary(instrument, rows).length > 0) throw new DomainError('invalid', 'evaluations_error_summary_missing')
    const agreed = { version, agreedBy: actor.id, agreedName: actor.name, agreedAt: tx.now }
    await tx.db
      .insert(summaryAgreements)
      .values({ visitId, side: found(side), ...agreed })
      .onConflictDoUpdate({ target: [summaryAgreements.visitId, summaryAgreements.side], set: agreed })
    ring(tx, roomOf.visit(visitId), 'summary')
    const agreements = await tx.db.select().from(summaryAgreements).where(eq(summaryAgreements.visitId, visitId))
    if (!sides.every((one) => agreements.some((row) => row.side === one && row.version === version))) {
      await enqueue(tx, 'notify', { event: 'evaluations.summary_agreed', visitId, side: found(side) })
      return 'waiting'
    }
    await summarise(file, actor, tx)
    return 'summarised'
  })
}

/** Takes the side's agreement back, as long as the other side has not agreed too. */
export async function takeBackAgreement(actor: Person, { visitId }: { visitId: string }, ctx: Ctx = here()): Promise<void> {
  await findVisitFor(actor, visitId, ctx)
  await transaction(ctx, async (tx) => {
    await lockSummary(visitId, tx)
    const side = agreeingSide(actor, await findVisitFor(actor, visitId, tx))
    allowed(side !== null, 'evaluations_error_agreeing_over')
    await tx.db
      .delete(summaryAgreements)
      .where(and(eq(summaryAgreements.visitId, visitId), eq(summaryAgreements.side, found(side))))
    ring(tx, roomOf.visit(visitId), 'summary')
  })
}

async function summarise(file: VisitFile, actor: Person, ctx: Ctx): Promise<void> {
  const { id: visitId } = file.visit
  const [summary] = await ctx.db.select().from(summaries).where(eq(summaries.visitId, visitId))
  const { instrumentVersion, publishItems, visibility } = found(summary)
  const rows = await ctx.db.select().from(summaryAnswers).where(eq(summaryAnswers.visitId, visitId))
  const instrument = instrumentOf('visit_summary', instrumentVersion)
  await moveVisit(ctx, { visitId, to: 'summarised', actorId: actor.id, reason: '' })
  const postId = publishItems.length > 0 ? newId() : null
  if (postId) await publish(file, { postId, publishItems, visibility, rows, instrument }, ctx)
  await ctx.db.update(summaries).set({ agreedAt: ctx.now, postId }).where(eq(summaries.visitId, visitId))
  const visited = { startsOn: found(file.visit.startsOn), endsOn: found(file.visit.endsOn), timeZone: file.visit.timeZone }
  const confirmed = visitConfirmations(instrument, [answersOf(instrument, rows)])
  await tallyVisit(file, { indicatorId: 'CL7', confirmed: isSummaryInTime(visited, ctx.now) }, ctx)
  await tallyVisit(file, { indicatorId: 'CL10', confirmed: confirmed.includes('CL10') }, ctx)
}

type Publishing = {
  postId: string
  publishItems: readonly string[]
  visibility: Visibility
  rows: readonly (typeof summaryAnswers.$inferSelect)[]
  instrument: Instrument
}

/** The chosen answers, each under its question, in the visit's language when it is one of ours. People's words stay as written. */
async function publish(file: VisitFile, publishing: Publishing, ctx: Ctx): Promise<void> {
  const { postId, visibility } = publishing
  const language = isLocale(file.visit.language) ? file.visit.language : 'en'
  const title = m.evaluations_summary_post_title({ title: file.visit.title }, { locale: language })
  await publishSummary(ctx, { file, postId, title, text: textOf(publishing, language), language, visibility })
}

function textOf({ publishItems, rows, instrument }: Publishing, language: Locale): RichText {
  const parts = instrument.items.flatMap((item) => {
    const value = publishItems.includes(item.id) ? rows.find((row) => row.item === item.id)?.value : undefined
    if (!value) return []
    const chosen = item.options?.find(({ key }) => key === value)?.label[language]
    return [`## ${item.text[language]}\n\n${chosen ?? value}`]
  })
  return fromPlainText(parts.join('\n\n'))
}
