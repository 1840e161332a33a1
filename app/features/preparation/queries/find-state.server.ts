import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Visit } from '#app/features/visits/rules.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { goals, preparations } from '#db/schema/index.ts'
import { countOpenProposals } from '../queries.server.ts'
import { type PreparationState, preparationState } from '../rules.ts'

/** Where the guests' form stands on the day. */
export async function findStateOf(
  visit: Pick<Visit, 'id' | 'status' | 'preparationDueOn'>,
  today: Day,
  ctx: Ctx,
): Promise<PreparationState> {
  const row = (await ctx.db.select().from(preparations).where(eq(preparations.visitId, visit.id)))[0]
  return preparationState(visit.status, { sentAt: row?.sentAt ?? null, dueOn: visit.preparationDueOn }, today)
}

export type PreparationFacts = {
  hasForm: boolean
  formSentAt: Date | null
  /** When the hosts wrote their first goal: that is their answer. */
  formAnsweredAt: Date | null
  openChangeProposals: number
}

/** What the next step and the checklist of a visit need to know; nothing for those who only look on. */
export async function findPreparationFacts(
  actor: Actor,
  visitId: string,
  ctx: Ctx = here(),
): Promise<Partial<PreparationFacts>> {
  const file = await findVisitFor(actor, visitId, ctx)
  if (!canReadInside(actor, file)) return {}
  const row = (await ctx.db.select().from(preparations).where(eq(preparations.visitId, visitId)))[0]
  const answers = await ctx.db
    .select({ at: goals.createdAt })
    .from(goals)
    .where(and(eq(goals.visitId, visitId), eq(goals.side, 'host'), isNull(goals.withdrawnAt), ne(goals.text, '')))
    .orderBy(asc(goals.createdAt))
    .limit(1)
  return {
    hasForm: true,
    formSentAt: row?.sentAt ?? null,
    formAnsweredAt: answers[0]?.at ?? null,
    openChangeProposals: await countOpenProposals(visitId, ctx),
  }
}
