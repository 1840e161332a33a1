import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { renameVisit } from '#app/features/visits/commands/rename-visit.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { practicalInput } from '#app/features/visits/rules/inputs.ts'
import { PracticalFactsForm } from '#app/features/visits/ui/PracticalFactsForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => requireCoordinator(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, practicalInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await renameVisit(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}`)
  })
})

export default function PracticalFacts() {
  return <PracticalFactsForm result={useActionData<typeof action>()} />
}
