// Where in the organisation a reader stands: the unit looked at, those around it, and which of them the reader may open.
import { inArray, type SQL, sql } from 'drizzle-orm'
import { sortByName } from '#app/i18n/format.ts'
import { type Actor, isAdmin, type RoleKind } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { units } from '#db/schema/index.ts'
import { canReadIndicators, homeUnitsOf } from '../policy.ts'

export type Place = { id: string; name: string; kind: string; lineage: string[]; isClosed: boolean }

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

const leading: readonly RoleKind[] = [
  'education_lead',
  'unit_manager',
  'host_coordinator',
  'resource_person',
  'supervisor',
  'member',
]

/**
 * The unit and what is around it. Without `unitId`: the unit where the reader has most to answer for.
 * @throws DomainError not_found when the unit is missing or nothing the reader may see; null when the reader belongs nowhere.
 */
export async function findSurroundingsFor(actor: Actor, unitId: string | undefined, ctx: Ctx): Promise<Surroundings | null> {
  const homeIds = homeUnitsOf(actor)
  const wanted = unitId ?? firstHomeOf(actor) ?? (isAdmin(actor) ? await findFirstTop(ctx) : undefined)
  if (!wanted) return null
  const places = await listAround(wanted, homeIds, ctx)
  const byId = new Map(places.map((place) => [place.id, place]))
  const unit = found(byId.get(wanted))
  const homes = homeIds.flatMap((id) => byId.get(id) ?? [])
  const mayRead = (place: Place) =>
    canReadIndicators(
      actor,
      place.lineage,
      homes.map((home) => home.lineage),
    )
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

/** May the actor open the indicators of the unit with this lineage? For links: pages ask `findSurroundingsFor`. */
export async function mayReadIndicatorsOf(actor: Actor, lineage: readonly string[], ctx: Ctx): Promise<boolean> {
  const homeIds = homeUnitsOf(actor)
  const homes =
    homeIds.length > 0 ? await ctx.db.select({ lineage: units.lineage }).from(units).where(inArray(units.id, homeIds)) : []
  return canReadIndicators(
    actor,
    lineage,
    homes.map((home) => home.lineage),
  )
}

function firstHomeOf(actor: Actor): string | undefined {
  if (actor.kind !== 'person') return undefined
  for (const kind of leading) {
    const role = actor.roles.find((role) => role.kind === kind && role.unitId !== null)
    if (role?.unitId) return role.unitId
  }
  return undefined
}

/** Only admins without a unit of their own begin here. */
async function findFirstTop(ctx: Ctx): Promise<string | undefined> {
  const rows = rowsOf<{ id: string; name: string }>(
    await ctx.db.execute(sql`select id, name from units where parent_id is null and closed_at is null limit 500`),
  )
  return sortByName(rows, (row) => row.name)[0]?.id
}

async function listAround(unitId: string, homeIds: readonly string[], ctx: Ctx): Promise<Place[]> {
  const mine: SQL = sql.join(
    [unitId, ...homeIds].map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  return rowsOf<Place>(
    await ctx.db.execute(sql`
      select id, name, kind, lineage, closed_at is not null as "isClosed" from units
      where parent_id = ${unitId}::uuid or id in (select unnest(lineage) from units where id in (${mine}))`),
  )
}
