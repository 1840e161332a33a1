import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeChanges } from '#app/features/preparation/commands/propose-changes.server.ts'
import { findPreparationFor } from '#app/features/preparation/queries/find-preparation.server.ts'
import { preparationInput, rowAsked, targetKey, thenDo } from '#app/features/preparation/rules.ts'
import { ProposeChanges } from '#app/features/preparation/ui/ProposeChanges.tsx'
import { useReturned } from '#app/features/preparation/ui/returned.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'

export const loader = signedIn(async ({ actor, ctx, idOf, url }) => {
  const page = await findPreparationFor(actor, idOf('visitId'), ctx)
  allowed(page.may.write, 'preparation_error_guests_write')
  if (page.state !== 'locked') throw redirect(`/visits/${page.visitId}/preparation`)
  return { page, me: { id: actor.id, name: actor.name }, language: actor.locale, blank: rowAsked(url.searchParams) }
})

export const action = signedIn(async ({ request, actor, ctx, idOf, url }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, preparationInput)
  if (!form.ok) return form.refused()
  const then = thenDo(url.searchParams)
  if (rowAsked(url.searchParams) || then.do === 'remove') {
    // Nothing is proposed yet: the page comes back with what was typed, one row more or one row emptied.
    const typed = form.value.fields.map(({ target, base, text }) => {
      const removed = then.do === 'remove' && target.id === then.id
      return { target: targetKey(target), base, text: removed ? '' : text }
    })
    return { conflicts: [], fields: typed }
  }
  return form.attempt(async () => {
    const { proposed } = await proposeChanges(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/preparation?done=${proposed > 0 ? 'proposed' : 'nothing'}`)
  })
})

export default function Changes() {
  const loaded = useLoaderData<typeof loader>()
  return <ProposeChanges {...loaded} returned={useReturned(useActionData<typeof action>())} />
}
