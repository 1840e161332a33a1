// Going on with somebody else's path: a copy of one's own to change, which says whose it was.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { pathMedia, units } from '#db/schema/index.ts'
import { findEditionFor } from '../queries/library.server.ts'
import { type copyPathInput, handedOn } from '../rules/handed-on.ts'
import { mediaIn } from '../rules/soundness.ts'
import { languageFor } from '../rules/spoken.ts'
import { beginPath } from './drafts.server.ts'

/**
 * Begins a path of the unit's with everything that a version of another path says, its files too. A second press begins nothing.
 * @returns the new path's id
 * @throws not_found or gone for what the actor may not read, forbidden where they may not begin a path
 */
export async function copyPath(
  actor: Person,
  input: z.output<typeof copyPathInput> & { pathId: string; version?: number | undefined; locale: Locale },
  ctx: Ctx = here(),
): Promise<string> {
  return transaction(ctx, async (tx) => {
    const { path } = await findEditionFor(actor, input, tx)
    const [unit] = await tx.db.select({ name: units.name }).from(units).where(eq(units.id, input.ownerId))
    const files = new Map<string, string>()
    const newMediaId = (old: string) => {
      const given = files.get(old) ?? newId()
      files.set(old, given)
      return given
    }
    const language = languageFor(path.languages, input.locale)
    const draft = handedOn(path, { title: input.title, language, formId: input.id, by: found(unit).name, newMediaId })
    const isNew = await beginPath(actor, { ownerId: input.ownerId, draft }, tx)
    const used = mediaIn(path).map((one) => one.mediaId)
    if (!isNew || used.length === 0) return draft.id
    for (const old of new Set(used)) await copyFile(old, { from: path.id, to: draft.id, id: newMediaId(old) }, actor, tx)
    return draft.id
  })
}

/** From row to row, so that no film passes through here. A file that is not the path's is left out. */
async function copyFile(old: string, own: { from: string; to: string; id: string }, actor: Person, ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    insert into ${pathMedia} (id, path_id, kind, type, bytes, size, name, made_by, made_at)
    select ${own.id}::uuid, ${own.to}, kind, type, bytes, size, name, ${actor.id}::uuid, ${ctx.now.toISOString()}::timestamptz
    from ${pathMedia} where id = ${old}::uuid and path_id = ${own.from}`)
}
