// Reads visits with their units and people, without asking who wants to know: for commands, lists and jobs that check themselves.
import { asc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { units, visitGuestUnits, visitParticipants, visits } from '#db/schema/index.ts'
import type { VisitFile } from '../rules/words.ts'

/** The files of visits, in the order of `ids`; those that do not exist are left out. */
export async function readFiles(ids: readonly string[], ctx: Ctx): Promise<VisitFile[]> {
  if (ids.length === 0) return []
  const reading = ctx.db
    .select({ visit: visits, host: units })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(inArray(visits.id, [...ids]))
  const invited = ctx.db
    .select({ guest: visitGuestUnits, lineage: units.lineage })
    .from(visitGuestUnits)
    .leftJoin(units, eq(units.id, visitGuestUnits.unitId))
    .where(inArray(visitGuestUnits.visitId, [...ids]))
    .orderBy(asc(visitGuestUnits.position))
  const seated = ctx.db
    .select()
    .from(visitParticipants)
    .where(inArray(visitParticipants.visitId, [...ids]))
    .orderBy(asc(visitParticipants.addedAt), asc(visitParticipants.name))
  const [rows, guests, people] = await Promise.all([reading, invited, seated])
  const byId = new Map(rows.map(({ visit, host }) => [visit.id, { visit, host }]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { id: hostId, name, lineage, country, language, timeZone } = row.host
    return {
      visit: row.visit,
      hostUnit: { id: hostId, name, lineage, country, language, timeZone },
      guestUnits: guests
        .filter(({ guest }) => guest.visitId === id)
        .map(({ guest, lineage: above }) => ({
          id: guest.id,
          unitId: guest.unitId,
          name: guest.name,
          country: guest.country,
          lineage: above ?? [],
        })),
      participants: people.filter((person) => person.visitId === id),
    }
  })
}
