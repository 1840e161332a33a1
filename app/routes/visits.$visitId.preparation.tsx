import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fillIn } from '#app/features/preparation/commands/fill-in.server.ts'
import { findPreparationFor } from '#app/features/preparation/queries/find-preparation.server.ts'
import { preparationInput, rowAsked, targetKey, thenDo, whereNext } from '#app/features/preparation/rules.ts'
import { PreparationRoom } from '#app/features/preparation/ui/PreparationRoom.tsx'
import { useReturned } from '#app/features/preparation/ui/returned.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf, url }) => {
  return {
    page: await findPreparationFor(actor, idOf('visitId'), ctx),
    me: { id: actor.id, name: actor.name },
    language: actor.locale,
    asked: {
      missing: url.searchParams.has('missing'),
      add: rowAsked(url.searchParams),
      done: url.searchParams.get('done'),
    },
  }
})

export const action = signedIn(async ({ request, actor, ctx, idOf, url }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, preparationInput)
  if (!form.ok) return form.refused()
  const then = thenDo(url.searchParams)
  return form.attempt(async () => {
    const filled = await fillIn(actor, { visitId, ...form.value, then }, ctx)
    if (filled.outcome === 'conflicts') {
      const fields = form.value.fields.map((field) => ({ ...field, target: targetKey(field.target) }))
      return data({ conflicts: filled.conflicts, fields }, { status: 409 })
    }
    if (filled.outcome === 'missing') return redirect(`/visits/${visitId}/preparation?missing`)
    return redirect(`/visits/${visitId}${whereNext(url.searchParams)}`)
  })
})

export default function Preparation() {
  const loaded = useLoaderData<typeof loader>()
  const returned = useReturned(useActionData<typeof action>())
  return <PreparationRoom {...loaded} returned={returned} />
}
