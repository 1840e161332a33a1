// The questionnaire one person answers, whichever way they came: signed in, or by the link in the mail.
import { and, eq } from 'drizzle-orm'
import { findVisitFor, readFiles } from '#app/features/visits/queries.server.ts'
import type { Side, VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluations, followUps } from '#db/schema/index.ts'
import { instrumentOf, scales } from '../instruments.server.ts'
import { respondentOf } from '../policy.ts'
import type { Instrument, Scales } from '../rules/instrument.ts'
import { hasAnswered, type OwnState, ownState } from './find-evaluation.server.ts'
import { type FollowUpForm, followUpForm } from './find-follow-ups.server.ts'
import { findLink } from './links.server.ts'

export type Questionnaire = {
  kind: 'evaluation'
  visitId: string
  visitTitle: string
  visitLanguage: string
  hostUnitName: string
  timeZone: string
  side: Side
  state: Exclude<OwnState, 'not_asked'>
  closesAt: Date
  instrument: Instrument
  scales: Scales
  /** Results are shown from so many answers. */
  least: number
}

/** @throws not_found for people who are not asked. */
export async function findQuestionnaireFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<Questionnaire> {
  const file = await findVisitFor(actor, visitId, ctx)
  const { id: participantId, side } = found(respondentOf(actor, file))
  const ofSide = and(eq(evaluations.visitId, visitId), eq(evaluations.side, side))
  const [evaluation] = await ctx.db.select().from(evaluations).where(ofSide)
  return questionnaire(file, found(evaluation), participantId, ctx)
}

/** What the link in a mail opens: the anonymous questionnaire, or the follow-up. Reading it uses nothing up. */
export async function findByLink(token: string, ctx: Ctx = here()): Promise<Questionnaire | FollowUpForm> {
  const link = await findLink(token, ctx)
  const file = found((await readFiles([link.visitId], ctx))[0])
  if (link.followUpId !== null) {
    const [round] = await ctx.db.select().from(followUps).where(eq(followUps.id, link.followUpId))
    return followUpForm(file, found(round), link.participantId, ctx)
  }
  const [evaluation] = await ctx.db
    .select()
    .from(evaluations)
    .where(eq(evaluations.id, found(link.evaluationId)))
  return questionnaire(file, found(evaluation), link.participantId, ctx)
}

async function questionnaire(
  file: VisitFile,
  evaluation: typeof evaluations.$inferSelect,
  participantId: string,
  ctx: Ctx,
): Promise<Questionnaire> {
  const answered = await hasAnswered(evaluation.id, participantId, ctx)
  const state = ownState(evaluation, answered, ctx.now)
  return {
    kind: 'evaluation',
    visitId: file.visit.id,
    visitTitle: file.visit.title,
    visitLanguage: file.visit.language,
    hostUnitName: file.hostUnit.name,
    timeZone: file.visit.timeZone,
    side: evaluation.side,
    state: state === 'not_asked' ? 'closed' : state,
    closesAt: evaluation.closesAt,
    instrument: instrumentOf(evaluation.instrument, evaluation.instrumentVersion),
    scales,
    least: settings().SMALLEST_GROUP,
  }
}
