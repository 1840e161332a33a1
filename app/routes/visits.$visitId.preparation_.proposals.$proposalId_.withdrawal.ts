import { redirect } from '@remix-run/node'
import { takeBackProposal } from '#app/features/preparation/commands/propose-changes.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/preparation`)

export const action = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  await takeBackProposal(actor, { visitId, proposalId: idOf('proposalId') }, ctx)
  return redirect(`/visits/${visitId}/preparation#proposals`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
