// Beginning a path and writing it. Two who write at once do not overwrite each other: the later one is told, and keeps their words.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { paths, units } from '#db/schema/index.ts'
import { canStartPath } from '../policy.ts'
import { type DraftFile, findDraftFor } from '../queries/drafts.server.ts'
import { emptyDraft, LARGEST_PATH, pathIdOf, type startPathInput } from '../rules/making.ts'
import { type PathDraft, pathDraft } from '../rules/shape.ts'

/** Begins a path of the unit's. A second press begins nothing. @returns the path's id. @throws not_found, forbidden */
export async function startPath(actor: Person, input: z.output<typeof startPathInput>, ctx: Ctx = here()): Promise<string> {
  const pathId = pathIdOf(input.title, input.id)
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, input.ownerId))
  const { name: by } = found(unit)
  const draft = emptyDraft(pathId, { title: input.title, language: input.language, by })
  await beginPath(actor, { ownerId: input.ownerId, draft }, ctx)
  return pathId
}

/**
 * Begins a path with what is written already: a copy, or a file somebody handed on. The draft carries the path's id.
 * @returns false when the actor had begun it already
 * @throws not_found, forbidden; conflict for an id that somebody else has taken
 */
export async function beginPath(
  actor: Person,
  { ownerId, draft }: { ownerId: string; draft: PathDraft },
  ctx: Ctx = here(),
): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const [unit] = await tx.db.select().from(units).where(eq(units.id, ownerId))
    const { lineage, closedAt } = found(unit)
    allowed(canStartPath(actor, lineage), 'paths_error_start')
    if (closedAt) throw new DomainError('conflict', 'paths_error_owner_closed')
    const saved = { draft: fitting(draft), draftRevision: 1, draftBy: actor.id, draftAt: tx.now }
    const made = await tx.db
      .insert(paths)
      .values({ id: draft.id, ownerId, ...saved, createdBy: actor.id, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: paths.id })
    if (made.length > 0) return true
    const [known] = await tx.db.select().from(paths).where(eq(paths.id, draft.id))
    if (known?.createdBy !== actor.id) throw new DomainError('conflict', 'paths_error_id_taken')
    return false
  })
}

/**
 * Saves the whole draft. @returns the new revision.
 * @throws conflict when somebody has saved since `revision`; nothing of either text is lost: theirs stands, one's own is in the form
 */
export async function saveDraft(
  actor: Person,
  { pathId, revision, draft }: { pathId: string; revision: number; draft: PathDraft },
  ctx: Ctx = here(),
): Promise<number> {
  return changeDraft(actor, { pathId }, ctx, (file) => {
    if (file.revision !== revision) throw new DomainError('conflict', 'paths_error_draft_changed')
    return draft
  })
}

/**
 * Changes a part of the draft as it stands now: `change` gets it, and gives what shall stand. It may refuse (conflict) when its
 * part is not what the form was made from; parts that others have changed meanwhile stay as they left them.
 * Null when there is nothing to save. @returns the revision that stands now
 */
export async function changeDraft(
  actor: Person,
  { pathId }: { pathId: string },
  ctx: Ctx,
  change: (file: DraftFile) => PathDraft | null,
): Promise<number> {
  return transaction(ctx, async (tx) => {
    await lockPath(pathId, tx)
    const file = await findDraftFor(actor, pathId, tx)
    const changed = change(file)
    if (changed === null) return file.revision
    // Whose path it was made from is owed, not written.
    const draft = fitting({ ...changed, id: pathId, madeFrom: file.draft.madeFrom })
    await tx.db
      .update(paths)
      .set({ draft, draftRevision: sql`${paths.draftRevision} + 1`, draftBy: actor.id, draftAt: tx.now })
      .where(eq(paths.id, pathId))
    return file.revision + 1
  })
}

/** Lets go of what is written beyond the newest version. @throws conflict when nothing is published, or somebody has saved since */
export async function discardDraft(
  actor: Person,
  { pathId, revision }: { pathId: string; revision: number },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPath(pathId, tx)
    const file = await findDraftFor(actor, pathId, tx)
    if (file.revision !== revision) throw new DomainError('conflict', 'paths_error_draft_changed')
    if (file.published === 0) throw new DomainError('conflict', 'paths_error_discard_only')
    await tx.db
      .update(paths)
      .set({ draft: null, draftRevision: revision + 1, draftBy: actor.id, draftAt: tx.now })
      .where(eq(paths.id, pathId))
  })
}

/** One change of a path at a time; a path that is not there is not found. */
export async function lockPath(pathId: string, ctx: Ctx): Promise<void> {
  const [row] = await ctx.db.select({ id: paths.id }).from(paths).where(eq(paths.id, pathId)).for('update')
  found(row)
}

function fitting(draft: PathDraft): PathDraft {
  const read = pathDraft.safeParse(draft)
  if (!read.success) throw new DomainError('invalid', 'paths_error_draft_shape')
  if (Buffer.byteLength(JSON.stringify(read.data)) > LARGEST_PATH) throw new DomainError('invalid', 'paths_error_too_large')
  return read.data
}
