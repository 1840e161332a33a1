import { redirect } from '@remix-run/node'
import { endMySession } from '#app/features/identity/commands/accounts.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, params, ctx }) => {
  await endMySession(actor, { key: params.key ?? '' }, ctx)
  return redirect('/settings')
})
