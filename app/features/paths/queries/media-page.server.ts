// The pictures, films and captions of a path, for those who write it.
import type { Person } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { findDraftFor } from './drafts.server.ts'
import { listMediaFor } from './media.server.ts'
import { isShown } from './media-file.server.ts'

/** With what is shown nowhere, and can be let go of; the last taken in first. @throws not_found for whoever may not write the path */
export async function findMediaPageFor(actor: Person, pathId: string | undefined, ctx: Ctx = here()) {
  const { draft, ...file } = await findDraftFor(actor, pathId, ctx)
  const rows = await listMediaFor(actor, pathId, ctx)
  const media = rows.map(async (row) => ({ ...row, shown: await isShown(row.id, { pathId: file.pathId, draft }, ctx) }))
  const { pathId: ownId, can } = file
  return { pathId: ownId, can, title: draft.title, languages: draft.languages, media: await Promise.all(media) }
}
