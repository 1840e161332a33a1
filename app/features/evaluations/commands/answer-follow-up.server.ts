// One person's answer in a follow-up, in their own name, changeable while the round is open.
import { and, eq } from 'drizzle-orm'
import { findVisitFor, readFiles } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { followUpAnswers, followUpSteps, followUps } from '#db/schema/index.ts'
import { instrumentOf } from '../instruments.server.ts'
import { respondentOf } from '../policy.ts'
import { listFollowed } from '../queries/followed.server.ts'
import { findLink } from '../queries/links.server.ts'
import { type Answers, answersSchema } from '../rules/answers.ts'
import type { FollowUpStep } from '../rules/follow-up.ts'
import { isOpen } from '../rules/windows.ts'

type Given = {
  answers: Answers
  steps: readonly FollowUpStep[]
  language: Locale
  /** The version of the own answer that the form was made from; 0 when there was none. */
  version: number
}

/**
 * A participant who is signed in answers the round that is open.
 * @throws not_found for others, gone when no round is open, invalid when the answers do not fit, conflict with an own other tab.
 */
export async function answerFollowUp(
  actor: Actor,
  { visitId, followUpId, ...given }: Given & { visitId: string; followUpId: string },
  ctx: Ctx = here(),
): Promise<void> {
  const file = await findVisitFor(actor, visitId, ctx)
  const { id: participantId } = found(respondentOf(actor, file))
  await answer(file, { followUpId, participantId, ...given }, ctx)
}

/** The same from the personal link in the mail, without signing in. */
export async function answerFollowUpByLink({ token, ...given }: Given & { token: string }, ctx: Ctx = here()): Promise<void> {
  const link = await findLink(token, ctx)
  const file = found((await readFiles([link.visitId], ctx))[0])
  await answer(file, { followUpId: found(link.followUpId), participantId: link.participantId, ...given }, ctx)
}

async function answer(
  file: VisitFile,
  { followUpId, participantId, answers, steps, language, version }: Given & { followUpId: string; participantId: string },
  ctx: Ctx,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const inVisit = and(eq(followUps.id, followUpId), eq(followUps.visitId, file.visit.id))
    const round = found((await tx.db.select().from(followUps).where(inVisit).for('share'))[0])
    if (!isOpen(round, tx.now)) throw new DomainError('gone', 'evaluations_error_follow_up_closed')
    const parsed = answersSchema(instrumentOf('visit_followup', round.instrumentVersion)).safeParse(answers)
    const followed = await listFollowed(file.visit.id, tx)
    const known = steps.every((step) => followed.some(({ kind, id }) => kind === step.kind && id === step.id))
    if (!parsed.success || !known) throw new DomainError('invalid', 'evaluations_error_answers')
    const key = and(eq(followUpAnswers.followUpId, followUpId), eq(followUpAnswers.participantId, participantId))
    const said = { answers: parsed.data, language, version: version + 1, answeredAt: tx.now }
    const saved =
      version === 0
        ? await tx.db
            .insert(followUpAnswers)
            .values({ followUpId, participantId, ...said })
            .onConflictDoNothing()
            .returning({ version: followUpAnswers.version })
        : await tx.db
            .update(followUpAnswers)
            .set(said)
            .where(and(key, eq(followUpAnswers.version, version)))
            .returning({ version: followUpAnswers.version })
    if (saved.length === 0) throw new DomainError('conflict', 'evaluations_error_follow_up_changed')
    await replaceSteps({ followUpId, participantId, steps }, tx)
    ring(tx, roomOf.visit(file.visit.id), 'follow-up')
  })
}

async function replaceSteps(
  { followUpId, participantId, steps }: { followUpId: string; participantId: string; steps: readonly FollowUpStep[] },
  ctx: Ctx,
): Promise<void> {
  await ctx.db
    .delete(followUpSteps)
    .where(and(eq(followUpSteps.followUpId, followUpId), eq(followUpSteps.participantId, participantId)))
  if (steps.length === 0) return
  await ctx.db.insert(followUpSteps).values(
    steps.map(({ kind, id, progress, words }) => ({
      followUpId,
      participantId,
      followedKind: kind,
      followedId: id,
      progress,
      words,
    })),
  )
}
