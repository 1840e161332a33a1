import { and, eq, sql } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { allowed, DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { programmes, slots } from '#db/schema/index.ts'
import { canMoveProgramme, canPlan, canReplan } from '../policy.ts'
import { findPlannedDays, readSlots } from '../queries.server.ts'
import { type SlotInput, shiftDays } from '../rules.ts'
import type { Slot } from '../words.ts'
import { checkAgainstVisit, linkGoals, openPlan, type Plan, tell } from './plan.server.ts'

/** A busy week has some forty; more is a mistake or a script. */
const MOST_SLOTS = 200

type New = { visitId: string; slotId: string; slot: SlotInput }
type Change = New & { /** The version the writer began from. */ version: number }

/** What somebody else made of the slot meanwhile; `null` when they removed it. Nothing was written. */
export type Overtaken = { outcome: 'conflict'; standing: Slot | null }

/**
 * Adds a slot. Pressing twice makes one. Hosts who take part plan everything; the guests' coordinators only slots in which
 * the guests present.
 * @throws conflict for a day that is not agreed, forbidden, not_found for ids of other visits.
 */
export async function addSlot(actor: Person, input: New, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    const plan = await openPlan(actor, input.visitId, tx)
    allowed(canPlan(actor, plan.file, input.slot.kind), 'programme_error_hosts_plan')
    const known = (await tx.db.select().from(slots).where(eq(slots.id, input.slotId)))[0]
    if (known) {
      hiddenUnless(known.visitId === input.visitId && known.createdBy === actor.id)
      return
    }
    await checkAgainstVisit(plan, input.slot, {}, tx)
    const standing = await readSlots(input.visitId, tx)
    if (standing.length >= MOST_SLOTS) throw new DomainError('conflict', 'programme_error_full')
    if (standing.length === 0) await planFor(plan, tx)
    await tx.db.insert(slots).values({
      id: input.slotId,
      visitId: input.visitId,
      ...columnsOf(input.slot),
      createdBy: actor.id,
      createdAt: tx.now,
      updatedBy: actor.id,
      updatedAt: tx.now,
    })
    await linkGoals(input.slotId, input.slot.goalIds, tx)
    tell(input.visitId, tx)
  })
}

/**
 * Changes a slot unless somebody else has since `version`; then nothing is written and the standing one is answered, so that
 * the page can show both.
 */
export async function changeSlot(actor: Person, input: Change, ctx: Ctx = here()): Promise<{ outcome: 'changed' } | Overtaken> {
  return transaction(ctx, async (tx) => {
    const plan = await openPlan(actor, input.visitId, tx)
    const before = await readSlot(input, tx)
    if (!before) return overtakenByRemoval(input, tx)
    allowed(canReplan(actor, plan.file, before.kind, input.slot.kind), 'programme_error_hosts_plan')
    if (before.version !== input.version) return { outcome: 'conflict', standing: before }
    await checkAgainstVisit(plan, input.slot, before, tx)
    await tx.db
      .update(slots)
      .set({ ...columnsOf(input.slot), version: before.version + 1, updatedBy: actor.id, updatedAt: tx.now })
      .where(eq(slots.id, input.slotId))
    await linkGoals(input.slotId, input.slot.goalIds, tx)
    tell(input.visitId, tx)
    return { outcome: 'changed' }
  })
}

/** Takes a slot out. The row stays, because calendars have to be told. Removing twice is removing once. */
export async function removeSlot(
  actor: Person,
  input: { visitId: string; slotId: string; version: number },
  ctx: Ctx = here(),
): Promise<{ outcome: 'removed' } | Overtaken> {
  return transaction(ctx, async (tx) => {
    const plan = await openPlan(actor, input.visitId, tx)
    const before = await readSlot(input, tx)
    if (!before) {
      await overtakenByRemoval(input, tx)
      return { outcome: 'removed' }
    }
    allowed(canPlan(actor, plan.file, before.kind), 'programme_error_hosts_plan')
    if (before.version !== input.version) return { outcome: 'conflict', standing: before }
    await tx.db
      .update(slots)
      .set({ version: before.version + 1, removedAt: tx.now, removedBy: actor.id, updatedBy: actor.id, updatedAt: tx.now })
      .where(eq(slots.id, input.slotId))
    tell(input.visitId, tx)
    return { outcome: 'removed' }
  })
}

/**
 * After the visit's days have changed: moves every slot along with the first day, or (`keep`) leaves them where they are.
 * Either way the offer is answered. Answers how many days the slots moved.
 */
export async function moveProgramme(
  actor: Person,
  input: { visitId: string; keep: boolean },
  ctx: Ctx = here(),
): Promise<{ days: number }> {
  return transaction(ctx, async (tx) => {
    const plan = await openPlan(actor, input.visitId, tx)
    allowed(canMoveProgramme(actor, plan.file), 'programme_error_hosts_plan')
    const planned = found(await findPlannedDays(input.visitId, tx))
    const days = input.keep ? 0 : shiftDays(planned.plannedFrom, found(plan.days[0]))
    if (days !== 0) {
      for (const slot of await readSlots(input.visitId, tx)) {
        await tx.db
          .update(slots)
          .set({ day: addDays(slot.day, days), version: sql`${slots.version} + 1`, updatedBy: actor.id, updatedAt: tx.now })
          .where(eq(slots.id, slot.id))
      }
    }
    await planFor(plan, tx)
    tell(input.visitId, tx)
    return { days }
  })
}

/** From now on the programme is planned for the days that are agreed today. */
async function planFor(plan: Plan, ctx: Ctx): Promise<void> {
  const days = { plannedFrom: found(plan.days[0]), plannedTo: found(plan.days.at(-1)), updatedAt: ctx.now }
  await ctx.db.update(programmes).set(days).where(eq(programmes.visitId, plan.file.visit.id))
}

async function readSlot(input: { visitId: string; slotId: string }, ctx: Ctx): Promise<Slot | null> {
  return (await readSlots(input.visitId, ctx)).find((slot) => slot.id === input.slotId) ?? null
}

/** @throws not_found when there never was such a slot in this visit. */
async function overtakenByRemoval(input: { visitId: string; slotId: string }, ctx: Ctx): Promise<Overtaken> {
  const removed = await ctx.db
    .select({ id: slots.id })
    .from(slots)
    .where(and(eq(slots.id, input.slotId), eq(slots.visitId, input.visitId), sql`${slots.removedAt} is not null`))
  found(removed[0])
  return { outcome: 'conflict', standing: null }
}

function columnsOf(slot: SlotInput) {
  const { goalIds: _, hostParticipantId = null, improvementWorkId = null, ...words } = slot
  return { ...words, hostParticipantId, improvementWorkId }
}
