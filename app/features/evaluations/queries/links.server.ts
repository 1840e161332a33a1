// Personal links from mails. Opening one uses nothing up and shows only what its person may see.
import { eq } from 'drizzle-orm'
import { hashOf } from '#app/features/identity/secrets.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { questionnaireLinks, visitParticipants } from '#db/schema/index.ts'

export type Link = {
  participantId: string
  visitId: string
  evaluationId: string | null
  followUpId: string | null
}

/** What the link stands for. @throws not_found when there is no such link, or its person has left the visit. */
export async function findLink(token: string, ctx: Ctx = here()): Promise<Link> {
  const [row] = await ctx.db
    .select({ link: questionnaireLinks, participant: visitParticipants })
    .from(questionnaireLinks)
    .innerJoin(visitParticipants, eq(visitParticipants.id, questionnaireLinks.participantId))
    .where(eq(questionnaireLinks.tokenHash, hashOf(token)))
  const { link, participant } = found(row?.participant.leftAt === null ? row : null)
  const { participantId, evaluationId, followUpId } = link
  return { participantId, visitId: participant.visitId, evaluationId, followUpId }
}
