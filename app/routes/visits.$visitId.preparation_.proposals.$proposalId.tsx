import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerProposal } from '#app/features/preparation/commands/answer-proposal.server.ts'
import { proposalAnswerInput } from '#app/features/preparation/proposals.ts'
import { findProposalFor } from '#app/features/preparation/queries/find-preparation.server.ts'
import { AnswerProposal } from '#app/features/preparation/ui/AnswerProposal.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const loader = signedIn(({ actor, ctx, idOf }) => findProposalFor(actor, idOf('visitId'), idOf('proposalId'), ctx))

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const [visitId, proposalId] = [idOf('visitId'), idOf('proposalId')]
  const form = await readForm(request, proposalAnswerInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await answerProposal(actor, { visitId, proposalId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/preparation?done=answered`)
  })
})

export default function Answer() {
  return <AnswerProposal {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
