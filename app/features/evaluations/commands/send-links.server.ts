// Links in mails: made for one mail each.
import { hashOf, newToken } from '#app/features/identity/secrets.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { questionnaireLinks } from '#db/schema/index.ts'

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
