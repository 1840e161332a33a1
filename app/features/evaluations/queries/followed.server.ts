import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Side } from '#app/features/visits/rules/words.ts'
import type { Ctx } from '#db/context.server.ts'
import { goals, improvementWorks, visitParticipants } from '#db/schema/index.ts'
import type { FollowedKind } from '../words.ts'

/** A goal or an improvement work, as a line of the follow-up. `authorName` is null when the writer took no part. */
export type Followed = { kind: FollowedKind; id: string; side: Side; text: string; language: string; authorName: string | null }

/** What the follow-up of a visit asks about, goals first. Unguarded: callers have shown that the actor may read the visit. */
export async function listFollowed(visitId: string, ctx: Ctx): Promise<Followed[]> {
  const wanting = ctx.db
    .select({ goal: goals, authorName: visitParticipants.name })
    .from(goals)
    .leftJoin(visitParticipants, eq(visitParticipants.id, goals.participantId))
    .where(and(eq(goals.visitId, visitId), isNull(goals.withdrawnAt)))
    .orderBy(asc(goals.side), asc(goals.position), asc(goals.createdAt))
  const bringing = ctx.db
    .select({ work: improvementWorks, authorName: visitParticipants.name })
    .from(improvementWorks)
    .leftJoin(visitParticipants, eq(visitParticipants.id, improvementWorks.participantId))
    .where(and(eq(improvementWorks.visitId, visitId), isNull(improvementWorks.withdrawnAt)))
    .orderBy(asc(improvementWorks.origin), asc(improvementWorks.position), asc(improvementWorks.createdAt))
  const [wanted, brought] = await Promise.all([wanting, bringing])
  return [
    ...wanted.map(({ goal: { id, side, text, language }, authorName }) => ({
      kind: 'goal' as const,
      id,
      side,
      text,
      language,
      authorName,
    })),
    ...brought.map(({ work: { id, title, language, side }, authorName }) => ({
      kind: 'improvement_work' as const,
      id,
      side,
      text: title,
      language,
      authorName,
    })),
  ]
}
