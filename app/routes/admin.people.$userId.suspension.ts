import { redirect } from '@remix-run/node'
import { suspendPerson } from '#app/features/identity/commands/accounts.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await suspendPerson(actor, { userId: idOf('userId') }, ctx)
  return redirect(`/admin/people/${idOf('userId')}`)
})
