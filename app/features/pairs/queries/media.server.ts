import { readEdition } from '#app/features/paths/queries/library.server.ts'
import { type MediaFile, maySeeMedia, readMediaFile, showsMedia } from '#app/features/paths/queries/media-file.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canReadInside } from '../policy.ts'
import { listPairsFor } from './pairs.server.ts'

/**
 * A picture, film or caption file for those who may read a version that shows it, write the path, or walk a version that shows
 * it though it was withdrawn.
 * @throws not_found
 */
export async function findMediaFor(actor: Actor, mediaId: string, ctx: Ctx = here()): Promise<MediaFile> {
  const file = found(await readMediaFile(mediaId, ctx))
  if (await maySeeMedia(actor, file, ctx)) return file
  const pairs = actor.kind === 'person' ? await listPairsFor(actor, { pathId: file.pathId }, ctx) : []
  for (const pair of pairs) {
    const edition = canReadInside(actor, pair) ? await readEdition(pair, ctx) : null
    if (edition && (await showsMedia(edition, mediaId, ctx))) return file
  }
  throw new DomainError('not_found')
}
