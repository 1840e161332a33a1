// Files of a path: taken in, and let go of while nothing shows them.
import { and, count, eq, sum } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pathMedia } from '#db/schema/index.ts'
import { redrawn } from '../pictures.server.ts'
import { findDraftFor } from '../queries/drafts.server.ts'
import { isShown } from '../queries/media-file.server.ts'
import { readCaptions, writeCaptions } from '../rules/captions.ts'
import { withoutTraces } from '../rules/film.ts'
import { fileName, largest, mostFiles, mostOfPath, sortOf, telephoneSort } from '../rules/media.ts'
import type { MediaKind } from '../words.ts'
import { lockPath } from './drafts.server.ts'

type Upload = { id: string; pathId: string; name: string; bytes: Uint8Array }
export type Taken = { kind: MediaKind; type: string; bytes: Uint8Array }

/**
 * Takes in a picture, a film or captions, as what it is by its bytes. A second press takes in nothing.
 * @throws not_found for whoever may not write the path; invalid for files that are not allowed, broken or too large
 */
export async function addMedia(actor: Person, { id, pathId, name, bytes }: Upload, ctx: Ctx = here()): Promise<MediaKind> {
  await findDraftFor(actor, pathId, ctx)
  // Before the transaction: drawing a picture takes a while.
  const { kind, type, bytes: kept } = await taken(bytes)
  return transaction(ctx, async (tx) => {
    await lockPath(pathId, tx)
    await findDraftFor(actor, pathId, tx)
    const [all] = await tx.db
      .select({ files: count(), size: sum(pathMedia.size).mapWith(Number) })
      .from(pathMedia)
      .where(eq(pathMedia.pathId, pathId))
    const size = kept.byteLength
    if (all && (all.files >= mostFiles || (all.size ?? 0) + size > mostOfPath))
      throw new DomainError('invalid', 'paths_error_media_full')
    await tx.db
      .insert(pathMedia)
      .values({ id, pathId, kind, type, bytes: kept, size, name: fileName(name), madeBy: actor.id, madeAt: tx.now })
      .onConflictDoNothing()
    return kind
  })
}

/** @throws conflict while the draft or a version shows it */
export async function removeMedia(
  actor: Person,
  { pathId, mediaId }: { pathId: string; mediaId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPath(pathId, tx)
    const { draft } = await findDraftFor(actor, pathId, tx)
    const ofPath = and(eq(pathMedia.pathId, pathId), eq(pathMedia.id, mediaId))
    const [row] = await tx.db.select({ id: pathMedia.id }).from(pathMedia).where(ofPath)
    found(row)
    if (await isShown(mediaId, { pathId, draft }, tx)) throw new DomainError('conflict', 'paths_error_media_shown')
    await tx.db.delete(pathMedia).where(ofPath)
  })
}

/** The file as it is kept: what it is by its bytes, drawn or written anew. @throws invalid */
export async function taken(bytes: Uint8Array): Promise<Taken> {
  const sort = sortOf(bytes)
  if (!sort) throw new DomainError('invalid', refusals[telephoneSort(bytes) ?? 'other'])
  if (bytes.byteLength > largest[sort.kind])
    throw new DomainError('invalid', 'paths_error_media_large', { megabytes: Math.floor(largest[sort.kind] / 1_000_000) })
  if (sort.kind === 'picture') return { kind: 'picture', type: 'image/webp', bytes: await redrawn(bytes) }
  if (sort.kind === 'captions') return { ...sort, bytes: rewritten(bytes) }
  if (sort.type === 'video/webm') return { ...sort, bytes }
  const film = withoutTraces(bytes)
  if (!film) throw new DomainError('invalid', 'paths_error_film')
  return { ...sort, bytes: film }
}

/** A telephone's files can be made into others: said how. */
const refusals = {
  film: 'paths_error_film_telephone',
  picture: 'paths_error_picture_telephone',
  other: 'paths_error_media_sort',
} as const

function rewritten(bytes: Uint8Array): Uint8Array {
  const read = readCaptions(decoded(bytes))
  if (!read.ok) throw new DomainError('invalid', 'paths_error_captions', { line: read.line })
  return new TextEncoder().encode(writeCaptions(read.cues))
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DomainError('invalid', 'paths_error_captions', { line: 1 })
  }
}
