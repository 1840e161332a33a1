import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideCounting } from '#app/features/training/commands/decide-counting.server.ts'
import { findCountingFor } from '#app/features/training/queries/counting.server.ts'
import { countingForm } from '#app/features/training/rules/counting.ts'
import { CountingView } from '#app/features/training/ui/CountingPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_counting_title()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => ({
  page: await findCountingFor(actor, idOf('unitId'), locale, ctx),
  newId: newId(),
}))

export const action = signedIn(async ({ request, actor, idOf, locale, ctx }) => {
  const form = await readForm(request, countingForm)
  if (!form.ok) return form.refused()
  const unitId = idOf('unitId')
  return form.attempt(async () => {
    await decideCounting(actor, { ...form.value, unitId, language: locale }, ctx)
    return redirect(`/units/${unitId}/training/counting`)
  })
})

export default function Counting() {
  return <CountingView {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
