import { redirect } from '@remix-run/node'
import { markUndone } from '#app/features/pairs/commands/own-track.server.ts'
import { findActivityAddressFor } from '#app/features/paths/queries/library.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ actor, params, ctx }) => findActivityAddressFor(actor, params, ctx))

export const action = signedIn(async ({ actor, params, ctx }) => {
  const { pathId, moduleId, activityId } = params
  await markUndone(actor, { pathId, moduleId, activityId }, ctx)
  return redirect(`${await findActivityAddressFor(actor, params, ctx)}#done`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
