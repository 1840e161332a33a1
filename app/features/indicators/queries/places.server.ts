// Where in the organisation a reader stands: the unit looked at, those around it, and which of them the reader may open.
import { inArray, sql } from 'drizzle-orm'
import { sortByName } from '#app/i18n/format.ts'
import { type Actor, homeUnitsOf, isAdmin, unitRoleKinds } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { units } from '#db/schema/index.ts'
import { canReadIndicators } from '../policy.ts'
import type { Place } from './read.server.ts'

export type Surroundings = {
  unit: Place
  /** From the top down to the unit itself. */
  lineage: Place[]
  /** Units right below that the reader may open, in alphabetical order; closed ones included, for their past. */
  below: Place[]
  /** Are there units below that the reader may not open? */
  hasOthersBelow: boolean
  /** Where else the reader has a role. */
  homes: Place[]
}

/** The unit to look at when none is asked for: where the reader has most to answer for; undefined for those who belong nowhere. */
export async function findOwnUnit(actor: Actor, ctx: Ctx): Promise<string | undefined> {
  if (actor.kind !== 'person') return undefined
  for (const kind of unitRoleKinds) {
    const role = actor.roles.find((role) => role.kind === kind && role.unitId !== null)
    if (role?.unitId) return role.unitId
  }
  return isAdmin(actor) ? findFirstTop(ctx) : undefined
}

/** Only admins without a unit of their own begin here. */
async function findFirstTop(ctx: Ctx): Promise<string | undefined> {
  const rows = rowsOf<{ id: string; name: string }>(
    await ctx.db.execute(sql`select id, name from units where parent_id is null and closed_at is null limit 500`),
  )
  return sortByName(rows, (row) => row.name)[0]?.id
}

/**
 * What is around the unit, as the reader may see it. `places`: the unit, those above and right below it, the reader's homes.
 * @throws DomainError not_found when the unit is missing or none that the reader may see.
 */
export function surroundingsOf(actor: Actor, unitId: string, places: readonly Place[]): Surroundings {
  const byId = new Map(places.map((place) => [place.id, place]))
  const unit = found(byId.get(unitId))
  const homes = homeUnitsOf(actor).flatMap((id) => byId.get(id) ?? [])
  const lineages = homes.map((home) => home.lineage)
  const mayRead = (place: Place) => canReadIndicators(actor, place.lineage, lineages)
  found(mayRead(unit) || undefined)
  const below = places.filter((place) => place.lineage.at(-2) === unit.id)
  const open = below.filter(mayRead)
  return {
    unit,
    lineage: unit.lineage.flatMap((id) => byId.get(id) ?? []),
    below: sortByName(open, (place) => place.name),
    hasOthersBelow: open.length < below.length,
    homes: homes.filter((home) => home.id !== unit.id),
  }
}

/** May the actor open the indicators of the unit with this lineage? For links; pages ask `surroundingsOf`. */
export async function mayReadIndicatorsOf(actor: Actor, lineage: readonly string[], ctx: Ctx): Promise<boolean> {
  const homeIds = homeUnitsOf(actor)
  const rows =
    homeIds.length > 0 ? await ctx.db.select({ lineage: units.lineage }).from(units).where(inArray(units.id, homeIds)) : []
  return canReadIndicators(
    actor,
    lineage,
    rows.map((home) => home.lineage),
  )
}
