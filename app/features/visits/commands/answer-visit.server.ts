// Moves that a person makes with words: talk first, decline, withdraw, cancel.

import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { unitProfiles, units, visitReferrals } from '#db/schema/index.ts'
import { canMove } from '../rules/moves.ts'
import type { VisitFile, VisitStatus } from '../rules/words.ts'
import { coordinating, lockVisit } from './lock-visit.server.ts'
import { moveVisit } from './move-visit.server.ts'
import { takeSeat } from './seats.server.ts'

type Answer = { visitId: string; version?: number; reason: string }

/** The asked side takes up the conversation, perhaps with a few words. @throws conflict when it has been answered already. */
export async function openDialogue(actor: Person, input: Answer, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, (inner) => answer(actor, input, 'in_dialogue', inner))
}

/**
 * The asked side says no, why, and perhaps who could say yes: `referrals` are units that take visits.
 * @throws invalid without a reason; conflict when it can no longer be declined.
 */
export async function declineVisit(actor: Person, input: Answer & { referrals: string[] }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await answer(actor, input, 'declined', inner)
    if (input.referrals.length === 0) return
    const wanted = [...new Set(input.referrals)]
    const open = await inner.db
      .select({ unitId: units.id })
      .from(units)
      .innerJoin(unitProfiles, eq(unitProfiles.unitId, units.id))
      .where(
        and(inArray(units.id, wanted), ne(units.id, file.hostUnit.id), isNull(units.closedAt), eq(unitProfiles.isOpen, true)),
      )
    if (open.length !== wanted.length) throw new DomainError('invalid', 'visits_error_referral')
    await inner.db.insert(visitReferrals).values(open.map(({ unitId }) => ({ visitId: input.visitId, unitId })))
  })
}

/** The asking side, or the guests once the days stand, take it back. @throws invalid without a reason; conflict. */
export async function withdrawVisit(actor: Person, input: Answer, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, (inner) => answer(actor, input, 'withdrawn', inner))
}

/** The host (either side once under way) calls it off. @throws invalid without a reason; conflict. */
export async function cancelVisit(actor: Person, input: Answer, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, (inner) => answer(actor, input, 'cancelled', inner))
}

async function answer(actor: Person, input: Answer, to: VisitStatus, ctx: Ctx): Promise<VisitFile> {
  const file = await lockVisit(actor, input.visitId, ctx, input.version)
  const side = coordinating(actor, file)
  if (!canMove(file.visit, to, side)) throw new DomainError('conflict', 'visits_error_moved_meanwhile')
  await takeSeat(ctx, actor, file, side)
  await moveVisit(ctx, { visitId: input.visitId, to, actorId: actor.id, reason: input.reason })
  return file
}
