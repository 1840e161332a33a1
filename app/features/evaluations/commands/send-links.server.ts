// Links in mails: made for one mail each, swept away when they have nothing more to say.
import { inArray, lt, or } from 'drizzle-orm'
import { hashOf, newToken } from '#app/features/identity/secrets.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluations, followUps, questionnaireLinks } from '#db/schema/index.ts'

/**
 * A personal link for one mail; only its hash is kept, so every mail gets its own, and all of them work until the
 * questionnaire closes. @returns the token for `/e/<token>`.
 */
export async function issueQuestionnaireLink(
  ctx: Ctx,
  { participantId, ...to }: { participantId: string } & ({ evaluationId: string } | { followUpId: string }),
): Promise<string> {
  const token = newToken()
  await ctx.db.insert(questionnaireLinks).values({ tokenHash: hashOf(token), participantId, ...to })
  return token
}

const KEEP_DAYS = 30

/** Removes links a month after what they opened has closed: until then they say kindly that it is closed. */
export async function sweepLinks(ctx: Ctx = here()): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEEP_DAYS * 86_400_000)
  const evaluationIds = ctx.db.select({ id: evaluations.id }).from(evaluations).where(lt(evaluations.closedAt, before))
  const followUpIds = ctx.db.select({ id: followUps.id }).from(followUps).where(lt(followUps.closedAt, before))
  await ctx.db
    .delete(questionnaireLinks)
    .where(or(inArray(questionnaireLinks.evaluationId, evaluationIds), inArray(questionnaireLinks.followUpId, followUpIds)))
}
