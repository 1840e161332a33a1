// A picture, film or caption file, for those who may read something that shows it.
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { pathMedia } from '#db/schema/index.ts'
import { canEditPath, canReadVersion } from '../policy.ts'
import type { Part } from '../rules/media.ts'
import type { LearningPath, PathDraft } from '../rules/shape.ts'
import { mediaIn } from '../rules/soundness.ts'
import { type Edition, readContent, readEditions, readEditorIds, readOwnerLineage, topsOf } from './editions.server.ts'

export type MediaFile = { id: string; pathId: string; type: string; size: number; name: string }

/** What is known of a file. Unguarded. */
export function readMediaFile(mediaId: string, ctx: Ctx): Promise<MediaFile | null> {
  return once(ctx, `media ${mediaId}`, async () => {
    const { id, pathId, type, size, name } = pathMedia
    const [row] = await ctx.db.select({ id, pathId, type, size, name }).from(pathMedia).where(eq(id, mediaId))
    return row ?? null
  })
}

/** May the actor read a version that shows it, or write the path? Walkers of a withdrawn version are asked for by the room of pairs. */
export async function maySeeMedia(actor: Actor, { id, pathId }: MediaFile, ctx: Ctx = here()): Promise<boolean> {
  const tops = await topsOf(actor, ctx)
  for (const edition of await readEditions(pathId, ctx)) {
    if (canReadVersion(actor, { ...edition, tops }) && (await showsMedia(edition, id, ctx))) return true
  }
  if (actor.kind !== 'person') return false
  const lineage = await readOwnerLineage(pathId, ctx)
  return canEditPath(actor, { lineage, tops, editorIds: await readEditorIds(pathId, ctx) })
}

/** Does the version show the file? */
export async function showsMedia(edition: Pick<Edition, 'pathId' | 'version' | 'digest'>, mediaId: string, ctx: Ctx) {
  return mediaOf(await readContent(edition, ctx)).has(mediaId)
}

/** Does the draft or any version, withdrawn or not, show the file? */
export async function isShown(mediaId: string, { pathId, draft }: { pathId: string; draft: PathDraft }, ctx: Ctx) {
  if (mediaIn(draft).some((one) => one.mediaId === mediaId)) return true
  for (const edition of await readEditions(pathId, ctx)) if (await showsMedia(edition, mediaId, ctx)) return true
  return false
}

/** Contents are shared and never change, so that what they show need be looked for once. */
const shown = new WeakMap<LearningPath, ReadonlySet<string>>()

function mediaOf(content: LearningPath): ReadonlySet<string> {
  const known = shown.get(content) ?? new Set(mediaIn(content).map(({ mediaId }) => mediaId))
  shown.set(content, known)
  return known
}

/** Some bytes of a file, both ends included. Unguarded. */
export async function readMediaPart(mediaId: string, { from, to }: Part, ctx: Ctx): Promise<Uint8Array> {
  const part = sql<Uint8Array>`substring(${pathMedia.bytes} from ${from + 1} for ${to - from + 1})`
  const [row] = await ctx.db.select({ part }).from(pathMedia).where(eq(pathMedia.id, mediaId))
  return row?.part ?? new Uint8Array()
}
