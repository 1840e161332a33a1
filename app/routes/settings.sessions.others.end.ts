import { redirect } from '@remix-run/node'
import { endMyOtherSessions } from '#app/features/identity/commands/accounts.server.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, request, ctx }) => {
  await endMyOtherSessions(actor, { keep: sessionKeyOf(request.headers.get('cookie'), ctx) }, ctx)
  return redirect('/settings')
})
