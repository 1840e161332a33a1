import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { dateProposals } from '#db/schema/index.ts'
import type { DateRange } from '../rules/dates.ts'
import type { Side } from '../rules/words.ts'

/** Lays a side's days on the table and takes its earlier ones off it; they stay in the history. */
export async function insertProposals(
  ctx: Ctx,
  proposal: { visitId: string; side: Side; actorId: string; ranges: readonly DateRange[]; reason?: string },
): Promise<void> {
  const { visitId, side, actorId, ranges, reason = '' } = proposal
  const onTable = and(eq(dateProposals.visitId, visitId), eq(dateProposals.side, side), isNull(dateProposals.retiredAt))
  await ctx.db.update(dateProposals).set({ retiredAt: ctx.now }).where(onTable)
  const rows = ranges.map((range, position) => ({
    ...range,
    id: newId(),
    visitId,
    side,
    proposedBy: actorId,
    reason,
    position,
    createdAt: ctx.now,
  }))
  await ctx.db.insert(dateProposals).values(rows)
}
