import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { uuids } from '#db/client.server.ts'
import { units, visitGuestUnits, visits } from '#db/schema/index.ts'

/**
 * The condition that a visit has to do with one of the units or anything below them, as the host or as guests. `visitId`: the
 * column that names the visit. One piece, so that everything that is counted "for a unit" counts the same visits.
 */
export function isVisitOfUnits(visitId: SQLWrapper, unitIds: readonly string[]): SQL {
  if (unitIds.length === 0) return sql`false`
  const wanted = uuids(unitIds)
  // Aliased: the visit's own column may be asked for by a query over the same tables.
  return sql`(exists (select 1 from ${visits} met join ${units} at on at.id = met.host_unit_id
      where met.id = ${visitId} and at.lineage && ${wanted})
    or exists (select 1 from ${visitGuestUnits} came join ${units} at on at.id = came.unit_id
      where came.visit_id = ${visitId} and at.lineage && ${wanted}))`
}
