import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choosePublishing } from '#app/features/evaluations/commands.server.ts'
import { findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import { publishingInput } from '#app/features/evaluations/rules/summary.ts'
import { SummaryOfVisit } from '#app/features/evaluations/ui/summary-page.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

/** The summary's page again, for a choice that was refused. */
export const loader = signedIn(async ({ actor, idOf, ctx }) => findSummaryFor(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, publishingInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await choosePublishing(actor, { ...form.value, visitId }, ctx)
    return redirect(`/visits/${visitId}/summary#publishing`)
  })
})

export default function PublishingRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <SummaryOfVisit page={page} refused={{ publishing: answer !== undefined }} />
}
