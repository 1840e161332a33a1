import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { agreeToSummary } from '#app/features/evaluations/commands.server.ts'
import { findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import { version } from '#app/features/evaluations/rules/version.ts'
import { SummaryOfVisit } from '#app/features/evaluations/ui/summary-page.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

/** The summary's page again, for an agreement that was refused. */
export const loader = signedIn(async ({ actor, idOf, ctx }) => findSummaryFor(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, z.strictObject({ version }))
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await agreeToSummary(actor, { visitId, version: form.value.version }, ctx)
    return redirect(`/visits/${visitId}/summary`)
  })
})

export default function AgreementRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [reason] = answer?.result.error?.[''] ?? []
  return <SummaryOfVisit page={page} refused={{ agreement: reason ?? null }} />
}
