import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addSlot } from '#app/features/programme/commands/change-programme.server.ts'
import { findProgrammeFor } from '#app/features/programme/queries/find-programme.server.ts'
import { newSlotForm, newSlotValues } from '#app/features/programme/rules.ts'
import { SlotForm } from '#app/features/programme/ui/SlotForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'

export const loader = signedIn(async ({ actor, ctx, idOf, url, locale }) => {
  const page = await findProgrammeFor(actor, idOf('visitId'), ctx)
  allowed(page.may.kinds.length > 0, page.open ? 'programme_error_hosts_plan' : 'programme_error_not_now')
  const values = { id: newId(), language: locale, ...newSlotValues(page, url.searchParams) }
  return { page, values, freshId: newId() }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, newSlotForm)
  if (!form.ok) return form.refused()
  const { id: slotId, ...slot } = form.value
  return form.attempt(async () => {
    await addSlot(actor, { visitId, slotId, slot }, ctx)
    return redirect(`/visits/${visitId}/programme?day=${slot.day}&done=added`)
  })
})

export default function NewSlot() {
  return <SlotForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
