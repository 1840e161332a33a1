import { redirect } from '@remix-run/node'
import { renewAwaited } from '#app/features/pairs/commands/awaited.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(() => '/pairs')

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await renewAwaited(actor, { invitationId: idOf('invitationId') }, ctx)
  return redirect('/pairs')
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
