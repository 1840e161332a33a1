// The organisation tree as somebody sees it: all of it for admins, one's own units and everything below them for others.
import { arrayOverlaps } from 'drizzle-orm'
import { homeUnitsOf, isAdmin, type Person } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { units } from '#db/schema/index.ts'
import type { UnitLine } from '../csv.ts'

export type TreeUnit = {
  id: string
  parentId: string | null
  lineage: string[]
  name: string
  kind: (typeof units.$inferSelect)['kind']
  country: string
  closedAt: Date | null
}

/** Flat: every unit with its lineage, from which the page draws the tree. */
export async function listTreeFor(actor: Person, ctx: Ctx = here()): Promise<TreeUnit[]> {
  const { id, parentId, lineage, name, kind, country, closedAt } = units
  const own = homeUnitsOf(actor)
  if (!isAdmin(actor) && own.length === 0) return []
  return ctx.db
    .select({ id, parentId, lineage, name, kind, country, closedAt })
    .from(units)
    .where(isAdmin(actor) ? undefined : arrayOverlaps(units.lineage, own))
}

/** All units that are not closed, as the operator's table has them: every unit after the one above it. */
export async function listUnitLines(ctx: Ctx): Promise<Omit<UnitLine, 'line'>[]> {
  const rows = await ctx.db.select().from(units)
  const nameOf = new Map(rows.map((unit) => [unit.id, unit.name]))
  return rows
    .filter((unit) => unit.closedAt === null)
    .map((unit) => ({
      path: unit.lineage.map((id) => nameOf.get(id) ?? ''),
      kind: unit.kind,
      country: unit.country as UnitLine['country'],
      city: unit.city,
      placeCode: unit.placeCode,
      language: unit.language as UnitLine['language'],
    }))
    .sort((a, b) => a.path.join(' / ').localeCompare(b.path.join(' / '), 'sv'))
}
