import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeFacts } from '#app/features/preparation/commands/change-visit.server.ts'
import { mustPropose } from '#app/features/preparation/queries/must-propose.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { practicalInput } from '#app/features/visits/rules/inputs.ts'
import { PracticalFactsForm } from '#app/features/visits/ui/PracticalFactsForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  await requireCoordinator(actor, idOf('visitId'), ctx)
  return { proposes: await mustPropose(actor, idOf('visitId'), ctx) }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, practicalInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const outcome = await changeFacts(actor, { visitId, ...form.value }, ctx)
    if (outcome === 'changed') return redirect(`/visits/${visitId}`)
    return redirect(`/visits/${visitId}/preparation?done=${outcome === 'proposed' ? 'proposed' : 'nothing'}`)
  })
})

export default function PracticalFacts() {
  return <PracticalFactsForm result={useActionData<typeof action>()} {...useLoaderData<typeof loader>()} />
}
