import { redirect } from '@remix-run/node'
import { markDone } from '#app/features/paths/commands/own-track.server.ts'
import { activityAddress } from '#app/features/paths/reference.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ params }) => activityAddress(params))

export const action = signedIn(async ({ actor, params, ctx }) => {
  const { pathId, moduleId, activityId } = params
  await markDone(actor, { pathId, moduleId, activityId }, ctx)
  return redirect(`${activityAddress(params)}#done`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
