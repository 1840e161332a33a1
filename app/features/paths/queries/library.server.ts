// The paths that can be read, each in its versions.
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { shipped } from '../reference.server.ts'
import { activityOf, moduleOf } from '../rules/places.ts'
import type { LearningPath } from '../rules/shape.ts'

/** The newest published version: what newcomers read. @throws not_found for what the actor may not read */
export async function findPathFor(_actor: Actor, pathId: string | undefined, _ctx: Ctx = here()): Promise<LearningPath> {
  return found(shipped.find((path) => path.id === pathId))
}

/** A version as it was published, which never changes. Unguarded: for those who walk it. @throws not_found */
export async function readPath(
  { pathId, version }: { pathId: string; version: number },
  _ctx: Ctx = here(),
): Promise<LearningPath> {
  return found(shipped.find((path) => path.id === pathId && path.version === version))
}

/** What the actor can read, by title in their language. */
export async function listPathsFor(_actor: Actor, _ctx: Ctx = here()): Promise<readonly LearningPath[]> {
  return shipped
}

/** The page of an activity. @throws not_found for what is on no path of the actor's, so that nobody is led to nothing */
export async function findActivityAddressFor(
  actor: Actor,
  place: Record<string, string | undefined>,
  ctx: Ctx = here(),
): Promise<string> {
  const path = await findPathFor(actor, place.pathId, ctx)
  const { module } = moduleOf(path, place.moduleId)
  return ['/paths', path.id, module.id.toLowerCase(), activityOf(module, place.activityId).activity.id].join('/')
}
