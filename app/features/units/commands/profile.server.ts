// What a unit says of itself. Two people who write at once do not overwrite each other: the later one sees the earlier's words.
import { and, eq } from 'drizzle-orm'
import { type Actor, personIdOf } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { closedPeriods, places, unitProfiles, units } from '#db/schema/index.ts'
import { canEditUnit } from '../policy.ts'
import { type ClosedPeriodInput, type UnitInput, zoneOf } from '../rules.ts'

/**
 * Saves the unit's facts and profile. Its place in the tree stays; in another country its clock is another, for visits agreed
 * from now on. Only when `version` is the one that was read (0 while there is no profile).
 * @throws DomainError conflict (units_error_version) when somebody has saved in between; invalid for a place of another country
 */
export async function saveUnit(actor: Actor, input: UnitInput & { unitId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    const unit = await findEditable(actor, input.unitId, inner)
    const { unitId, version, name, city, placeCode, language, kind = unit.kind, country, ...profile } = input
    const move = country && country !== unit.country ? { country, timeZone: zoneOf(country) } : {}
    await checkPlace(inner, country ?? unit.country, placeCode)
    if (profile.isOpen && unit.closedAt) throw new DomainError('conflict', 'units_error_closed_unit')
    const stamp = { updatedAt: inner.now, updatedBy: personIdOf(actor) }
    const saved = await inner.db
      .update(unitProfiles)
      .set({ ...profile, ...stamp, version: version + 1 })
      .where(and(eq(unitProfiles.unitId, unitId), eq(unitProfiles.version, version)))
      .returning()
    const isFirst = saved.length === 0 && version === 0
    const begun = isFirst
      ? await inner.db
          .insert(unitProfiles)
          .values({ ...profile, ...stamp, unitId })
          .onConflictDoNothing()
          .returning()
      : saved
    if (begun.length === 0) throw new DomainError('conflict', 'units_error_version')
    await inner.db
      .update(units)
      .set({ name, city, language, kind, placeCode: placeCode ?? null, ...move })
      .where(eq(units.id, unitId))
  })
}

/** Adds days on which the unit takes no visits. The same id twice adds one. */
export async function addClosedPeriod(
  actor: Actor,
  input: ClosedPeriodInput & { unitId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await findEditable(actor, input.unitId, ctx)
  const { id, unitId, startsOn, endsOn, reason } = input
  await ctx.db
    .insert(closedPeriods)
    .values({ id, unitId, startsOn, endsOn, reason })
    .onConflictDoNothing({ target: closedPeriods.id })
}

export async function removeClosedPeriod(
  actor: Actor,
  input: { periodId: string },
  ctx: Ctx = here(),
): Promise<{ unitId: string }> {
  const [period] = await ctx.db.select().from(closedPeriods).where(eq(closedPeriods.id, input.periodId))
  const { unitId } = found(period)
  await findEditable(actor, unitId, ctx)
  await ctx.db.delete(closedPeriods).where(eq(closedPeriods.id, input.periodId))
  return { unitId }
}

/** Is the place in the unit's country? @throws DomainError invalid */
export async function checkPlace(ctx: Ctx, country: string, placeCode: string | undefined): Promise<void> {
  if (!placeCode) return
  const [place] = await ctx.db.select().from(places).where(eq(places.code, placeCode))
  if (place?.country !== country) throw new DomainError('invalid', 'units_error_place')
}

async function findEditable(actor: Actor, unitId: string, ctx: Ctx): Promise<typeof units.$inferSelect> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const known = found(unit)
  if (actor.kind === 'visitor') throw new DomainError('not_found')
  allowed(canEditUnit(actor, known.lineage), 'units_error_edit')
  return known
}
