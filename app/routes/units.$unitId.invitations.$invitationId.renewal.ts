import { redirect } from '@remix-run/node'
import { renewUnitInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/people`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await renewUnitInvitation(actor, { invitationId: idOf('invitationId') }, ctx)
  return redirect(`/units/${idOf('unitId')}/people`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
