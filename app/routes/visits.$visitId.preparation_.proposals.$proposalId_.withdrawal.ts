import { redirect } from '@remix-run/node'
import { takeBackProposal } from '#app/features/preparation/commands/propose-changes.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  await takeBackProposal(actor, { visitId, proposalId: idOf('proposalId') }, ctx)
  return redirect(`/visits/${visitId}/preparation#proposals`)
})
