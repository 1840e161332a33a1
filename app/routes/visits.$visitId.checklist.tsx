import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readKnownAbove } from '#app/features/notifications/queries/step-facts.server.ts'
import { tickChecklist } from '#app/features/visits/commands/prepare-entry.server.ts'
import { findChecklistFor } from '#app/features/visits/queries/overview.server.ts'
import { tickInput } from '#app/features/visits/rules/inputs.ts'
import { ChecklistPage } from '#app/features/visits/ui/ChecklistPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const above = await readKnownAbove(actor, idOf('visitId'), ctx)
  return { lines: await findChecklistFor(actor, idOf('visitId'), above, ctx) }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, tickInput)
  if (!form.ok) return form.refused()
  await tickChecklist(actor, { visitId, ...form.value }, ctx)
  return redirect(`/visits/${visitId}/checklist`)
})

export default function ChecklistOfVisit() {
  return <ChecklistPage lines={useLoaderData<typeof loader>().lines} />
}
