// Walking with somebody who has no account yet: invited to the unit by mail, asked to walk once the account is there.
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { inviteToUnit, renewUnitInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { findPersonNow, listRolesAt } from '#app/features/identity/queries.server.ts'
import { takeInvitedSeat } from '#app/features/visits/commands/take-invited-seat.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pairsAwaited } from '#db/schema/index.ts'
import { roleToWalkAs } from '../policy.ts'
import { findInviteToWalkFor } from '../queries/awaited.server.ts'
import type { inviteToWalkInput } from '../rules/pair.ts'
import { otherWalker } from '../words.ts'
import { startPair } from './pairs.server.ts'

/**
 * Invites an address to the unit, to walk the path with the actor. Pressed twice it is one invitation.
 * @throws forbidden for those who may not give that role (identity's policy), invalid for a colleague who has an account
 */
export async function inviteToWalk(
  actor: Person,
  { id, pathId, unitId, as, email, name, locale }: z.output<typeof inviteToWalkInput> & { locale: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  const { invites } = await findInviteToWalkFor(actor, { pathId, unitId, locale }, ctx)
  const walker = otherWalker(as)
  // Before anything is said of the address: who may not invite learns of nobody whether they are here.
  allowed(invites.includes(walker), 'identity_error_give_role')
  await transaction(ctx, async (tx) => {
    const colleagues = await listRolesAt([unitId], tx)
    if (colleagues.some((one) => one.email === email)) throw new DomainError('invalid', 'pairs_error_here_already')
    const [known] = await tx.db.select().from(pairsAwaited).where(eq(pairsAwaited.id, id))
    if (known) return
    const invitation = { id: newId(), unitId, email, name, locale, roleKind: roleToWalkAs[walker] }
    const { id: invitationId } = await inviteToUnit(actor, invitation, tx)
    const awaited = { id, pathId, unitId, walker, otherId: actor.id, invitationId, startedAt: tx.now }
    await tx.db.insert(pairsAwaited).values(awaited).onConflictDoNothing()
  })
}

/** A new link by mail, and a new month. @throws not_found unless the actor invited them, and may still give the role */
export async function renewAwaited(
  actor: Person,
  { invitationId }: { invitationId: string },
  ctx: Ctx = here(),
): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(pairsAwaited)
    .where(and(eq(pairsAwaited.invitationId, invitationId), eq(pairsAwaited.otherId, actor.id)))
  await renewUnitInvitation(actor, { invitationId: found(row).invitationId }, ctx)
}

/**
 * Accepts an invitation of any kind; who was invited to walk a path is asked for it in the same breath. A pair that can no
 * longer begin (who invited has left, or walks with somebody else) holds nobody up.
 */
export async function takeInvitedPlace(actor: Actor, input: { token: string; locale: Locale }, ctx: Ctx = here()) {
  return transaction(ctx, async (tx) => {
    const accepted = await takeInvitedSeat(actor, input, tx)
    const waiting = await tx.db
      .select()
      .from(pairsAwaited)
      .where(and(eq(pairsAwaited.invitationId, accepted.invitationId), isNull(pairsAwaited.begunAt)))
    let pairId: string | null = null
    for (const one of waiting) {
      pairId = (await beginAwaited(one, accepted.userId, tx)) ?? pairId
      await tx.db.update(pairsAwaited).set({ begunAt: tx.now }).where(eq(pairsAwaited.id, one.id))
    }
    return { ...accepted, pairId }
  })
}

async function beginAwaited(
  { pathId, unitId, walker, otherId }: typeof pairsAwaited.$inferSelect,
  colleagueId: string,
  ctx: Ctx,
): Promise<string | null> {
  const other = await findPersonNow(otherId, ctx)
  if (!other) return null
  try {
    return await startPair(other, { id: newId(), pathId, unitId, as: otherWalker(walker), colleagueId }, ctx)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
