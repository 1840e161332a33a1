// Reads of the programme room.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { programmes, slotGoals, slots } from '#db/schema/index.ts'
import { inOrder } from './rules.ts'
import type { Slot } from './words.ts'

/**
 * The slots of a visit in order, without removed ones.
 * @throws not_found unless the actor may read what is written for the participants.
 */
export async function listSlotsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<Slot[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadInside(actor, file))
  return readSlots(visitId, ctx)
}

/** Unguarded: for commands and rooms above that have checked already. */
export async function readSlots(visitId: string, ctx: Ctx): Promise<Slot[]> {
  const rows = await ctx.db
    .select()
    .from(slots)
    .where(and(eq(slots.visitId, visitId), isNull(slots.removedAt)))
  return inOrder(await withGoals(rows, ctx))
}

/** Also the removed ones, for calendars: a slot that was taken out has to be taken out of them too. */
export async function readAllSlots(visitId: string, ctx: Ctx): Promise<(Slot & { removedAt: Date | null; updatedAt: Date })[]> {
  const rows = await ctx.db.select().from(slots).where(eq(slots.visitId, visitId))
  return inOrder(await withGoals(rows, ctx))
}

async function withGoals<R extends typeof slots.$inferSelect>(rows: R[], ctx: Ctx): Promise<(R & { goalIds: string[] })[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const links = await ctx.db.select().from(slotGoals).where(inArray(slotGoals.slotId, ids))
  return rows.map((row) => ({
    ...row,
    goalIds: links.filter((link) => link.slotId === row.id).map((link) => link.goalId),
  }))
}

/** The days the programme was planned for, or null before the first slot. */
export async function findPlannedDays(visitId: string, ctx: Ctx): Promise<{ plannedFrom: Day; plannedTo: Day } | null> {
  const rows = await ctx.db.select().from(programmes).where(eq(programmes.visitId, visitId))
  return rows[0] ?? null
}
