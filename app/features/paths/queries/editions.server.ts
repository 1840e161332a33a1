// What is known of published versions, and their contents. Unguarded: library.server.ts asks who reads.
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { homeUnitsOf } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, once } from '#db/context.server.ts'
import { pathEditors, paths, pathVersions, units } from '#db/schema/index.ts'
import { shipped, shippedAt } from '../reference.server.ts'
import { type LearningPath, learningPath, type PathSummary } from '../rules/shape.ts'
import { summaryOf } from '../rules/summary.ts'
import type { Audience } from '../words.ts'

/** A version without its content. `lineage`: of the owner; empty for what ships. */
export type Edition = {
  pathId: string
  version: number
  audience: Audience
  summary: PathSummary
  /** What is new, in the publisher's words; empty where nothing was said. */
  note: string
  noteLanguage: string
  publishedAt: Date
  /** Null for what ships. */
  publishedName: string | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  lineage: readonly string[]
  /** Null for what ships. */
  digest: string | null
}

const shippedEditions: readonly Edition[] = shipped.map((path) => ({
  ...{ pathId: path.id, version: path.version, audience: 'everyone', summary: summaryOf(path), note: '' },
  ...{ noteLanguage: path.languages[0] ?? 'en', publishedAt: shippedAt, publishedName: null },
  ...{ withdrawnAt: null, withdrawnReason: null, lineage: [], digest: null },
}))

/** All versions of a path, the newest first; none for a path that is not there. */
export async function readEditions(pathId: string, ctx: Ctx): Promise<readonly Edition[]> {
  const ships = shippedEditions.filter((one) => one.pathId === pathId)
  if (ships.length > 0) return ships
  return once(ctx, `editions ${pathId}`, () => select(ctx, pathId))
}

/** All versions of all paths, a path's newest first. */
export async function readAllEditions(ctx: Ctx): Promise<readonly Edition[]> {
  return [...shippedEditions, ...(await once(ctx, 'editions', () => select(ctx)))]
}

function select(ctx: Ctx, pathId?: string): Promise<Edition[]> {
  const { version, audience, summary, note, noteLanguage, publishedAt, publishedName, digest } = pathVersions
  const { withdrawnAt, withdrawnReason } = pathVersions
  return ctx.db
    .select({
      ...{ pathId: paths.id, version, audience, summary, note, noteLanguage, publishedAt, publishedName },
      ...{ withdrawnAt, withdrawnReason, lineage: units.lineage, digest },
    })
    .from(pathVersions)
    .innerJoin(paths, eq(paths.id, pathVersions.pathId))
    .innerJoin(units, eq(units.id, paths.ownerId))
    .where(pathId === undefined ? undefined : eq(paths.id, pathId))
    .orderBy(desc(pathVersions.version))
}

/** Contents by digest: exact for as long as it is kept, since what is published never changes. */
const contents = new Map<string, LearningPath>()
const KEPT_CONTENTS = 60

/** @throws not_found for a version that is not there */
export async function readContent({ pathId, version, digest }: Pick<Edition, 'pathId' | 'version' | 'digest'>, ctx: Ctx) {
  if (digest === null) return found(shipped.find((path) => path.id === pathId && path.version === version))
  const known = contents.get(digest)
  if (known) return known
  const [row] = await ctx.db
    .select({ content: pathVersions.content })
    .from(pathVersions)
    .where(and(eq(pathVersions.pathId, pathId), eq(pathVersions.version, version)))
  const content = learningPath.parse(found(row).content)
  const [oldest] = contents.keys()
  if (contents.size >= KEPT_CONTENTS && oldest !== undefined) contents.delete(oldest)
  contents.set(digest, content)
  return content
}

/** The top units (regions, municipalities) above the units where the actor holds a role. */
export async function topsOf(actor: Actor, ctx: Ctx): Promise<readonly string[]> {
  const homes = homeUnitsOf(actor)
  if (homes.length === 0) return []
  const rows = await once(ctx, `lineages ${[...homes].sort().join(' ')}`, () =>
    ctx.db.select({ lineage: units.lineage }).from(units).where(inArray(units.id, homes)),
  )
  return rows.flatMap(({ lineage }) => lineage.slice(0, 1))
}

/** Who was named as an editor of the path. */
export async function readEditorIds(pathId: string, ctx: Ctx): Promise<string[]> {
  const rows = await once(ctx, `editors ${pathId}`, () =>
    ctx.db.select({ personId: pathEditors.personId }).from(pathEditors).where(eq(pathEditors.pathId, pathId)),
  )
  return rows.map(({ personId }) => personId)
}

/** Empty for what is no path that somebody here has made. */
export async function readOwnerLineage(pathId: string, ctx: Ctx): Promise<readonly string[]> {
  const [row] = await ctx.db
    .select({ lineage: units.lineage })
    .from(paths)
    .innerJoin(units, eq(units.id, paths.ownerId))
    .where(eq(paths.id, pathId))
  return row?.lineage ?? []
}
