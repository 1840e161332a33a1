import { keeping } from '#app/features/paths/rules/kept.ts'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { findReadingFor } from './reading.server.ts'

type Place = { params: Record<string, string | undefined>; search: URLSearchParams }

/** The page of an activity. @throws not_found for what is on no path of the actor's, so that nobody is led to nothing */
export async function findActivityAddressFor(actor: Actor, { params, search }: Place, ctx: Ctx = here()): Promise<string> {
  const { path } = await findReadingFor(actor, { pathId: params.pathId, search }, ctx)
  const { module } = moduleOf(path, params.moduleId)
  const { activity } = activityOf(module, params.activityId)
  return keeping(['/paths', path.id, module.id.toLowerCase(), activity.id].join('/'), search)
}
