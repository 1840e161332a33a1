import { redirect } from '@remix-run/node'
import { endMyOtherSessions } from '#app/features/identity/commands/accounts.server.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(() => '/settings')

export const action = signedIn(async ({ actor, request, ctx }) => {
  await endMyOtherSessions(actor, { keep: sessionKeyOf(request.headers.get('cookie'), ctx) }, ctx)
  return redirect('/settings')
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
