// A version as the file that others can keep and import: docs/path-file.md. Written piece by piece, however many films it holds.
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pathMedia } from '#db/schema/index.ts'
import { FILE_FORMAT } from '../rules/path-file.ts'
import type { LearningPath } from '../rules/shape.ts'
import { mediaIn } from '../rules/soundness.ts'
import { findEditionFor } from './library.server.ts'
import { readMediaPart } from './media-file.server.ts'

/** Bytes of a file that are read at once; a multiple of three, so that their base64 can be joined. */
const PIECE = 900_000

/** The newest version the actor may read, or the one asked for, with its files, as pieces of one JSON text. @throws not_found, gone */
export async function findPathFileFor(
  actor: Actor,
  asked: { pathId: string | undefined; version?: number | undefined },
  ctx: Ctx = here(),
): Promise<{ path: Pick<LearningPath, 'id' | 'version'>; pieces: AsyncIterable<string> }> {
  const { path } = await findEditionFor(actor, asked, ctx)
  const used = mediaIn(path).map((one) => one.mediaId)
  const { id, kind, name, size } = pathMedia
  const ofPath = and(eq(pathMedia.pathId, path.id), inArray(id, used))
  const media = used.length === 0 ? [] : await ctx.db.select({ id, kind, name, size }).from(pathMedia).where(ofPath).orderBy(id)
  return { path: { id: path.id, version: path.version }, pieces: written(path, media, ctx) }
}

type Media = Pick<typeof pathMedia.$inferSelect, 'id' | 'kind' | 'name' | 'size'>

async function* written(path: LearningPath, media: readonly Media[], ctx: Ctx): AsyncGenerator<string> {
  const head = { format: FILE_FORMAT, made: dayAt(ctx.now, HOME_ZONE), path }
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "media": [`
  for (const [index, { size, ...file }] of media.entries()) {
    yield `${index > 0 ? ',' : ''}\n  ${JSON.stringify(file).slice(0, -1)},"base64":"`
    for (let from = 0; from < size; from += PIECE) {
      const bytes = await readMediaPart(file.id, { from, to: Math.min(size, from + PIECE) - 1 }, ctx)
      yield Buffer.from(bytes).toString('base64')
    }
    yield '"}'
  }
  yield ']\n}\n'
}
