import { eq } from 'drizzle-orm'
import type { Visit } from '#app/features/visits/rules.ts'
import type { Day } from '#app/kernel/days.ts'
import type { Ctx } from '#db/context.server.ts'
import { preparations } from '#db/schema/index.ts'
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
