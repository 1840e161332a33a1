// A version as the file that others can keep and import: docs/path-file.md.
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pathMedia } from '#db/schema/index.ts'
import { FILE_FORMAT, type PathFile } from '../rules/path-file.ts'
import { mediaIn } from '../rules/soundness.ts'
import { findEditionFor } from './library.server.ts'

/** The newest version the actor may read, or the one asked for, with its files. @throws not_found, gone */
export async function findPathFileFor(
  actor: Actor,
  asked: { pathId: string | undefined; version?: number | undefined },
  ctx: Ctx = here(),
): Promise<PathFile> {
  const { path } = await findEditionFor(actor, asked, ctx)
  const used = mediaIn(path).map((one) => one.mediaId)
  const rows =
    used.length === 0
      ? []
      : await ctx.db
          .select()
          .from(pathMedia)
          .where(and(eq(pathMedia.pathId, path.id), inArray(pathMedia.id, used)))
          .orderBy(pathMedia.id)
  const media = rows.map(({ id, kind, name, bytes }) => ({ id, kind, name, base64: Buffer.from(bytes).toString('base64') }))
  return { format: FILE_FORMAT, made: dayAt(ctx.now, HOME_ZONE), path, media }
}
