import { sql } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { places } from '#db/schema/index.ts'
import regions from './regions.json' with { type: 'json' }

/** Regions and counties, as this build knows them. A code that is no longer listed stays: units may still name it. */
export async function loadPlaces(ctx: Ctx): Promise<void> {
  await ctx.db
    .insert(places)
    .values(regions.places)
    .onConflictDoUpdate({
      target: places.code,
      set: {
        country: sql`excluded.country`,
        name: sql`excluded.name`,
        nameEn: sql`excluded.name_en`,
        authority: sql`excluded.authority`,
      },
    })
}
