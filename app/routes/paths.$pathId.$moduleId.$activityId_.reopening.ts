import { redirect } from '@remix-run/node'
import { markUndone } from '#app/features/pairs/commands/own-track.server.ts'
import { findActivityAddressFor } from '#app/features/pairs/queries/places.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ actor, params, url, ctx }) =>
  findActivityAddressFor(actor, { params, search: url.searchParams }, ctx),
)

export const action = signedIn(async ({ actor, params, url, ctx }) => {
  const { pathId, moduleId, activityId } = params
  const { searchParams: search } = url
  await markUndone(actor, { pathId, moduleId, activityId, search }, ctx)
  return redirect(`${await findActivityAddressFor(actor, { params, search }, ctx)}#done`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
