import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmEntryRules } from '#app/features/visits/commands/prepare-entry.server.ts'
import { findEntryRulesFor } from '#app/features/visits/queries/overview.server.ts'
import { rulesInput } from '#app/features/visits/rules/inputs.ts'
import { EntryRulesPage } from '#app/features/visits/ui/EntryRulesPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => findEntryRulesFor(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, rulesInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await confirmEntryRules(actor, { visitId, rulesVersion: form.value.rulesVersion }, ctx)
    return redirect(`/visits/${visitId}`)
  })
})

export default function Rules() {
  return <EntryRulesPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
