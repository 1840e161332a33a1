// What belongs to a path beside its words: who stands behind it, its media. Unguarded: for commands and guarded queries.
import { eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { pathMedia, units } from '#db/schema/index.ts'
import type { KnownMedia } from '../rules/soundness.ts'

/** The owner with the organisation at the top: "Rehabavdelningen Tallbacken, Region Öst". `lineage`: the owner's. */
export async function readStandsBehind(lineage: readonly string[], ctx: Ctx): Promise<string> {
  const ends = [...new Set([lineage.at(-1), lineage[0]])].flatMap((id) => id ?? [])
  const rows = await ctx.db.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, ends))
  return ends
    .flatMap((id) => rows.find((row) => row.id === id)?.name ?? [])
    .join(', ')
    .slice(0, 300)
}

/** The path's own media by id. */
export async function readKnownMedia(pathId: string, ctx: Ctx): Promise<KnownMedia> {
  const rows = await ctx.db
    .select({ id: pathMedia.id, kind: pathMedia.kind })
    .from(pathMedia)
    .where(eq(pathMedia.pathId, pathId))
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}
