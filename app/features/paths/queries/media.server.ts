// The pictures, films and captions of a path, for those who write it.
import { desc, eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pathMedia } from '#db/schema/index.ts'
import type { MediaKind } from '../words.ts'
import { findDraftFor } from './drafts.server.ts'

export type MediaRow = { id: string; kind: MediaKind; type: string; name: string; size: number; madeAt: Date }

/** The last made first. @throws not_found for whoever may not write the path */
export async function listMediaFor(actor: Person, pathId: string | undefined, ctx: Ctx = here()): Promise<MediaRow[]> {
  const file = await findDraftFor(actor, pathId, ctx)
  const { id, kind, type, name, size, madeAt } = pathMedia
  return ctx.db
    .select({ id, kind, type, name, size, madeAt })
    .from(pathMedia)
    .where(eq(pathMedia.pathId, file.pathId))
    .orderBy(desc(madeAt))
}
