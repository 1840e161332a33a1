import { redirect } from '@remix-run/node'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { renewSeatInvitation } from '#app/features/visits/commands/renew-invitation.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/people`)

export const action = signedIn(async ({ actor, ctx, idOf, ip }) => {
  const [visitId, participantId] = [idOf('visitId'), idOf('participantId')]
  await takeTry(ctx, 'invitation', { ip, address: participantId })
  await renewSeatInvitation(actor, { visitId, participantId }, ctx)
  return redirect(`/visits/${visitId}/people?renewed=${participantId}`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
