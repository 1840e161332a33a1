// Who answers for the guests of a visit. For rooms above, which know who that is.
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { invitations, roles } from '#db/schema/index.ts'

/**
 * Gives the visit's guests, and those invited as guests, a sponsor: all who had `instead` until now, or had none (null).
 * Guests who were sent away stay as they were.
 */
export async function sponsorGuests(
  ctx: Ctx,
  change: { visitId: string; sponsorId: string | null; instead: string | null },
): Promise<void> {
  const { visitId, sponsorId, instead } = change
  const had = (column: typeof roles.sponsorId | typeof invitations.sponsorId) =>
    instead ? eq(column, instead) : isNull(column)
  await ctx.db
    .update(roles)
    .set({ sponsorId })
    .where(and(eq(roles.visitId, visitId), eq(roles.kind, 'guest'), isNull(roles.endedBy), had(roles.sponsorId)))
  await ctx.db
    .update(invitations)
    .set({ sponsorId })
    .where(
      and(
        eq(invitations.visitId, visitId),
        eq(invitations.roleKind, 'guest'),
        isNull(invitations.acceptedAt),
        had(invitations.sponsorId),
      ),
    )
}
