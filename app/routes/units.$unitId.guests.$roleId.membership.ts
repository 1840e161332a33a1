import { redirect } from '@remix-run/node'
import { makeMember } from '#app/features/identity/commands/roles.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await makeMember(actor, { roleId: idOf('roleId'), unitId: idOf('unitId') }, ctx)
  return redirect(`/units/${idOf('unitId')}/people`)
})
