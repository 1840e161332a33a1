// The paths that can be read, each in its versions.
import type { Actor } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canKnowVersion, canReadVersion } from '../policy.ts'
import type { LearningPath } from '../rules/shape.ts'
import { type Edition, readAllEditions, readContent, readEditions, topsOf } from './editions.server.ts'

export type { Edition } from './editions.server.ts'

/** The newest version the actor may read. @throws as findEditionFor */
export async function findPathFor(actor: Actor, pathId: string | undefined, ctx: Ctx = here()): Promise<LearningPath> {
  return (await findEditionFor(actor, { pathId }, ctx)).path
}

/**
 * A version with what is known of it: the newest one the actor may read, or the one asked for.
 * @throws not_found for what the actor may not read, gone for what they could have read before it was withdrawn
 */
export async function findEditionFor(
  actor: Actor,
  { pathId, version }: { pathId: string | undefined; version?: number | undefined },
  ctx: Ctx = here(),
): Promise<{ path: LearningPath; edition: Edition }> {
  const all = await readEditions(found(pathId), ctx)
  const tops = await topsToRead(actor, all, ctx)
  const known = all.filter(
    (one) => canKnowVersion(actor, { ...one, tops }) && (version === undefined || one.version === version),
  )
  const edition = known.find((one) => canReadVersion(actor, { ...one, tops }))
  if (!edition && known.length > 0) throw new DomainError('gone', 'paths_error_withdrawn')
  return { path: await readContent(found(edition), ctx), edition: found(edition) }
}

/**
 * A version as it was published, which never changes. Of what ships there is the one that this program carries: who began on an
 * older one walks on there. Unguarded: for those who walk it. @throws not_found
 */
export async function readPath(
  { pathId, version }: { pathId: string; version: number },
  ctx: Ctx = here(),
): Promise<LearningPath> {
  return readContent(found(await readEdition({ pathId, version }, ctx)), ctx)
}

/** What is known of a version, withdrawn or not. Unguarded: for those who walk it. */
export async function readEdition(
  { pathId, version }: { pathId: string; version: number },
  ctx: Ctx = here(),
): Promise<Edition | null> {
  const all = await readEditions(pathId, ctx)
  return all.find((one) => one.version === version) ?? all.find((one) => one.digest === null) ?? null
}

/** The versions of a path that the actor may read, the newest first; none where the path is hidden or not there. */
export async function listEditionsFor(actor: Actor, pathId: string, ctx: Ctx = here()): Promise<Edition[]> {
  const all = await readEditions(pathId, ctx)
  const tops = await topsToRead(actor, all, ctx)
  return all.filter((one) => canReadVersion(actor, { ...one, tops }))
}

/** Nobody is asked where they belong for what everybody may read. */
async function topsToRead(actor: Actor, editions: readonly Edition[], ctx: Ctx): Promise<readonly string[]> {
  return editions.every((one) => one.audience === 'everyone') ? [] : topsOf(actor, ctx)
}

/** The newest readable version of every path: those that ship first, then the newest. */
export async function listPathsFor(actor: Actor, ctx: Ctx = here()): Promise<Edition[]> {
  const all = await readAllEditions(ctx)
  const tops = await topsToRead(actor, all, ctx)
  const readable = all.filter((one) => canReadVersion(actor, { ...one, tops }))
  const newest = readable.filter((one) => readable.find(({ pathId }) => pathId === one.pathId) === one)
  const order = (one: Edition) => (one.digest === null ? Number.POSITIVE_INFINITY : Number(one.publishedAt))
  return newest.toSorted((a, b) => (order(a) === order(b) ? 0 : order(b) - order(a)))
}
