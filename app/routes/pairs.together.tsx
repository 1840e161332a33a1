import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bringTogether } from '#app/features/pairs/commands/pairs.server.ts'
import { findTogetherFor } from '#app/features/pairs/queries/together.server.ts'
import { togetherInput } from '#app/features/pairs/rules/pair.ts'
import { Together } from '#app/features/pairs/ui/start/Together.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_together_title()) }]

export const loader = signedIn(async ({ actor, url, locale, ctx }) => ({
  ...(await findTogetherFor(actor, { unitId: url.searchParams.get('unit'), locale }, ctx)),
  pairId: newId(),
}))

export const action = signedIn(async ({ actor, request, ctx }) => {
  const form = await readForm(request, togetherInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await bringTogether(actor, form.value, ctx)
    return redirect(`/pairs/together?unit=${form.value.unitId}`)
  })
})

export default function TogetherRoute() {
  return <Together {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
