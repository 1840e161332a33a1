import { redirect } from '@remix-run/node'
import { endRole } from '#app/features/identity/commands/roles.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await endRole(actor, { roleId: idOf('roleId') }, ctx)
  return redirect(`/admin/people/${idOf('userId')}`)
})
