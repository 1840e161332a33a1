import { redirect } from '@remix-run/node'
import { endMySession } from '#app/features/identity/commands/accounts.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(() => '/settings')

export const action = signedIn(async ({ actor, params, ctx }) => {
  await endMySession(actor, { key: params.key ?? '' }, ctx)
  return redirect('/settings')
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
