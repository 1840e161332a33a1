// Reads of the visits room. Whatever the actor may not know of is not found.
import { asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { units, visitGuestUnits, visitParticipants, visits } from '#db/schema/index.ts'
import { canReadVisit } from './policy.ts'
import type { VisitFile } from './rules/words.ts'

/**
 * The visit with its units and people, also those who left: what every decision about it needs.
 * @throws not_found unless the actor may know of it.
 */
export async function findVisitFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<VisitFile> {
  const file = found((await readFiles([visitId], ctx))[0])
  return found(canReadVisit(actor, file) ? file : null)
}

/** The files of visits, unguarded, in the order of `ids`: for commands and lists that check themselves. */
export async function readFiles(ids: readonly string[], ctx: Ctx): Promise<VisitFile[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ visit: visits, host: units })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(inArray(visits.id, [...ids]))
  const guests = await ctx.db
    .select({ guest: visitGuestUnits, lineage: units.lineage })
    .from(visitGuestUnits)
    .leftJoin(units, eq(units.id, visitGuestUnits.unitId))
    .where(inArray(visitGuestUnits.visitId, [...ids]))
    .orderBy(asc(visitGuestUnits.position))
  const people = await ctx.db
    .select()
    .from(visitParticipants)
    .where(inArray(visitParticipants.visitId, [...ids]))
    .orderBy(asc(visitParticipants.addedAt), asc(visitParticipants.name))
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
