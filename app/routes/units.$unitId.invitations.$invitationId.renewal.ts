import { redirect } from '@remix-run/node'
import { renewUnitInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await renewUnitInvitation(actor, { invitationId: idOf('invitationId') }, ctx)
  return redirect(`/units/${idOf('unitId')}/people`)
})
