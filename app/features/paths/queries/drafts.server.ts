// What is being written, for those who write it. To everybody else it is not there.
import { and, arrayOverlaps, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Actor, homeUnitsOf, isAdmin, type Person } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { pathEditors, paths, units, users } from '#db/schema/index.ts'
import { canEditPath, canPublishPath, canStartPath } from '../policy.ts'
import { type PathDraft, pathDraft } from '../rules/shape.ts'
import { readAllEditions, readContent, readEditions, readEditorIds, topsOf } from './editions.server.ts'

export type DraftFile = {
  pathId: string
  owner: { id: string; name: string; language: string; lineage: string[]; closedAt: Date | null }
  draft: PathDraft
  /** What a change has to name, so that nobody writes over somebody else's words. */
  revision: number
  /** False while there is nothing beyond what is published: then the draft is the newest version. */
  begun: boolean
  /** Who saved last, and when. */
  savedBy: string | null
  savedAt: Date | null
  /** The newest version, withdrawn or not; 0 before the first. */
  published: number
  can: { publish: boolean }
}

/** @throws not_found for whoever may not write it */
export async function findDraftFor(actor: Actor, pathId: string | undefined, ctx: Ctx = here()): Promise<DraftFile> {
  const { path, owner, savedBy } = found(await readDraft(found(pathId), ctx))
  const { id, name, language, lineage, closedAt } = owner
  const editorIds = await readEditorIds(path.id, ctx)
  hiddenUnless(canEditPath(actor, { lineage, editorIds, tops: await topsOf(actor, ctx) }))
  const [newest] = await readEditions(path.id, ctx)
  return {
    ...{ pathId: path.id, owner: { id, name, language, lineage, closedAt } },
    draft: path.draft ? pathDraft.parse(path.draft) : draftOf(await readContent(found(newest), ctx)),
    ...{ revision: path.draftRevision, begun: path.draft !== null, savedBy, savedAt: path.draftAt },
    published: newest?.version ?? 0,
    can: { publish: canPublishPath(actor, { lineage }) },
  }
}

/** Unguarded, and asked for by more than one query of a page. */
function readDraft(pathId: string, ctx: Ctx) {
  return once(ctx, `draft ${pathId}`, async () => {
    const [row] = await ctx.db
      .select({ path: paths, owner: units, savedBy: users.name })
      .from(paths)
      .innerJoin(units, eq(units.id, paths.ownerId))
      .leftJoin(users, eq(users.id, paths.draftBy))
      .where(eq(paths.id, pathId))
    return row
  })
}

function draftOf({ version: _, ...draft }: PathDraft & { version: number }): PathDraft {
  return draft
}

export type PathToEdit = { pathId: string; owner: string; title: PathDraft['title']; languages: PathDraft['languages'] } & {
  begun: boolean
  savedAt: Date | null
  published: number
}

/** The paths that the actor may write, the last saved first. */
export async function listPathsToEditFor(actor: Actor, ctx: Ctx = here()): Promise<PathToEdit[]> {
  if (actor.kind !== 'person' || (homeUnitsOf(actor).length === 0 && !isAdmin(actor))) return []
  const named = ctx.db.select({ id: pathEditors.pathId }).from(pathEditors).where(eq(pathEditors.personId, actor.id))
  const isMine = isAdmin(actor) ? undefined : or(arrayOverlaps(units.lineage, homeUnitsOf(actor)), inArray(paths.id, named))
  const rows = await ctx.db
    .select({
      ...{ pathId: paths.id, savedAt: paths.draftAt, owner: units.name, lineage: units.lineage },
      begun: isNotNull(paths.draft).mapWith(Boolean),
      title: sql<PathDraft['title'] | null>`${paths.draft} -> 'title'`,
      languages: sql<PathDraft['languages'] | null>`${paths.draft} -> 'languages'`,
      editorId: pathEditors.personId,
    })
    .from(paths)
    .innerJoin(units, eq(units.id, paths.ownerId))
    .leftJoin(pathEditors, and(eq(pathEditors.pathId, paths.id), eq(pathEditors.personId, actor.id)))
    .where(isMine)
    .orderBy(sql`${paths.draftAt} desc nulls last`, asc(paths.id))
  const tops = await topsOf(actor, ctx)
  const mine = rows.filter(({ lineage, editorId }) =>
    canEditPath(actor, { lineage, tops, editorIds: editorId ? [editorId] : [] }),
  )
  // One statement for them all, and the one that the list of paths beside them asks.
  const editions = mine.length > 0 ? await readAllEditions(ctx) : []
  return mine.map(({ pathId, owner, begun, savedAt, title, languages }) => {
    const newest = editions.find((one) => one.pathId === pathId)
    const said = title && languages ? { title, languages } : found(newest).summary
    const { title: named, languages: spoken } = said
    return { pathId, owner, begun, savedAt, title: named, languages: spoken, published: newest?.version ?? 0 }
  })
}

/** Who writes beside those who lead the owner, for those who write. */
export async function listEditorsFor(actor: Person, pathId: string | undefined, ctx: Ctx = here()) {
  const file = await findDraftFor(actor, pathId, ctx)
  const editors = await ctx.db
    .select({ id: users.id, name: users.name, addedAt: pathEditors.addedAt })
    .from(pathEditors)
    .innerJoin(users, eq(users.id, pathEditors.personId))
    .where(eq(pathEditors.pathId, file.pathId))
    .orderBy(asc(users.name))
  return { ...file, editors }
}

/** Units that can stand behind a path of the actor's: those they lead themselves; for admins those at the top. */
export async function listOwnersFor(
  actor: Person,
  ctx: Ctx = here(),
): Promise<{ id: string; name: string; language: string }[]> {
  const place = isAdmin(actor) ? isNull(units.parentId) : inArray(units.id, homeUnitsOf(actor))
  const rows = await ctx.db
    .select({ id: units.id, name: units.name, language: units.language, lineage: units.lineage })
    .from(units)
    .where(and(place, isNull(units.closedAt)))
    .orderBy(asc(units.name))
  return rows.filter(({ lineage }) => canStartPath(actor, lineage)).map(({ id, name, language }) => ({ id, name, language }))
}
