import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteVisit, requestVisit } from '#app/features/visits/commands/request-visit.server.ts'
import { findNewVisitPageFor } from '#app/features/visits/queries/new-visit.server.ts'
import { inviteInput, requestInput } from '#app/features/visits/rules/inputs.ts'
import { NewVisit } from '#app/features/visits/ui/NewVisit.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.visits_new_choose_title()) }]

export const loader = signedIn(async ({ actor, ctx, url }) => {
  const wanted = (name: string) => idFrom(url.searchParams.get(name) ?? undefined)
  const choice = { host: wanted('host'), from: wanted('from'), returnOf: wanted('return-of') }
  return { id: newId(), page: await findNewVisitPageFor(actor, choice, ctx) }
})

export const action = signedIn(async ({ actor, ctx, request, url }) => {
  const inviting = url.searchParams.has('from')
  if (inviting) {
    const form = await readForm(request, inviteInput)
    if (!form.ok) return form.refused()
    return form.attempt(async () => redirect(`/visits/${(await inviteVisit(actor, form.value, ctx)).id}`))
  }
  const form = await readForm(request, requestInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => redirect(`/visits/${(await requestVisit(actor, form.value, ctx)).id}`))
})

export default function New() {
  const { id, page } = useLoaderData<typeof loader>()
  return <NewVisit id={id} page={page} result={useActionData<typeof action>()} />
}
