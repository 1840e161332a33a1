// The organisation tree: units are made, moved, closed and opened again, never deleted. Every lineage stays right.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Actor, personIdOf } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { uuids } from '#db/client.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { unitProfiles, units } from '#db/schema/index.ts'
import { canCloseUnit, canCreateUnitBelow, canMoveUnit } from '../policy.ts'
import { isCycle, lineageBelow, type NewUnitInput, zoneOf } from '../rules.ts'
import { checkPlace } from './profile.server.ts'

type Unit = typeof units.$inferSelect

/** Makes a unit, below `parentId` or at the top. The same id twice makes one. */
export async function createUnit(
  actor: Actor,
  input: NewUnitInput & { isDemo?: boolean },
  ctx: Ctx = here(),
): Promise<{ id: string }> {
  return transaction(ctx, async (inner) => {
    // Before the parent is read: a unit made while its parent moves would keep the old lineage.
    await inner.db.execute(sql`lock table ${units} in row exclusive mode`)
    const parent = input.parentId ? await findOpenUnit(input.parentId, inner) : undefined
    allowed(canCreateUnitBelow(actor, parent?.lineage ?? []), 'units_error_create')
    await checkPlace(inner, input.country, input.placeCode)
    const { id, kind, name, country, city, placeCode, language, isDemo = false } = input
    const lineage = lineageBelow(parent?.lineage ?? [], id)
    const row = {
      ...{ id, kind, name, country, city, language, isDemo, lineage },
      timeZone: zoneOf(country),
      createdAt: inner.now,
    }
    const made = await inner.db
      .insert(units)
      .values({ ...row, parentId: parent?.id ?? null, placeCode: placeCode ?? null })
      .onConflictDoNothing({ target: units.id })
      .returning()
    if (made.length > 0) {
      await inner.db.insert(unitProfiles).values({ unitId: id, updatedAt: inner.now, updatedBy: personIdOf(actor) })
    }
    return { id }
  })
}

/**
 * Moves a unit with everything below it, to `parentId` or to the top. One statement gives the whole subtree its new lineage.
 * Moves wait for each other: two at once could each be right and together make a circle.
 * @throws DomainError conflict when the unit would come to stand below itself
 */
export async function moveUnit(
  actor: Actor,
  input: { unitId: string; parentId: string | null },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    await inner.db.execute(sql`lock table ${units} in share row exclusive mode`)
    const unit = await findUnit(input.unitId, inner)
    const parent = input.parentId ? await findOpenUnit(input.parentId, inner) : undefined
    const above = parent?.lineage ?? []
    allowed(canMoveUnit(actor, unit.lineage, above), 'units_error_move')
    if (isCycle(unit.id, above)) throw new DomainError('conflict', 'units_error_cycle')
    const below = sql`${units.lineage}[array_position(${units.lineage}, ${unit.id}::uuid):]`
    await inner.db
      .update(units)
      .set({
        lineage: sql`${uuids(above)} || ${below}`,
        parentId: sql`case when ${units.id} = ${unit.id}::uuid then ${parent?.id ?? null}::uuid else ${units.parentId} end`,
      })
      .where(sql`${units.lineage} @> array[${unit.id}::uuid]`)
  })
}

/** A closed unit invites nobody and gets no new units below it; its history stays where it was. */
export async function closeUnit(actor: Actor, input: { unitId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const unit = await findUnit(input.unitId, inner)
    allowed(canCloseUnit(actor, unit.lineage), 'units_error_close')
    const below = await inner.db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.parentId, unit.id), isNull(units.closedAt)))
    if (below.length > 0) throw new DomainError('conflict', 'units_error_close_below')
    await inner.db.update(units).set({ closedAt: inner.now }).where(eq(units.id, unit.id))
    await inner.db.update(unitProfiles).set({ isOpen: false }).where(eq(unitProfiles.unitId, unit.id))
  })
}

export async function reopenUnit(actor: Actor, input: { unitId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const unit = await findUnit(input.unitId, inner)
    allowed(canCloseUnit(actor, unit.lineage), 'units_error_close')
    if (unit.parentId) await findOpenUnit(unit.parentId, inner)
    await inner.db.update(units).set({ closedAt: null }).where(eq(units.id, unit.id))
  })
}

async function findUnit(unitId: string, ctx: Ctx): Promise<Unit> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId)).for('update')
  return found(unit)
}

async function findOpenUnit(unitId: string, ctx: Ctx): Promise<Unit> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  if (found(unit).closedAt) throw new DomainError('conflict', 'units_error_parent_closed')
  return found(unit)
}
