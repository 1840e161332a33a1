import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSlot } from '#app/features/programme/commands/change-programme.server.ts'
import { findProgrammeFor } from '#app/features/programme/queries/find-programme.server.ts'
import { readAllSlots } from '#app/features/programme/queries.server.ts'
import { changedSlotForm } from '#app/features/programme/rules.ts'
import { SlotForm, valuesOf } from '#app/features/programme/ui/SlotForm.tsx'
import type { Slot } from '#app/features/programme/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'

/** A removed slot still has a page, for what somebody typed while it was removed: it can be added again from there. */
export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const page = await findProgrammeFor(actor, idOf('visitId'), ctx)
  const slot = found((await readAllSlots(page.visitId, ctx)).find((each) => each.id === idOf('slotId')))
  allowed(page.may.kinds.includes(slot.kind), 'programme_error_hosts_plan')
  return { page, values: valuesOf(slot), removed: slot.removedAt !== null, freshId: newId() }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const [visitId, slotId] = [idOf('visitId'), idOf('slotId')]
  const form = await readForm(request, changedSlotForm)
  if (!form.ok) return form.refused()
  const { version, ...slot } = form.value
  return form.attempt(async () => {
    const changed = await changeSlot(actor, { visitId, slotId, version, slot }, ctx)
    if (changed.outcome === 'changed') return redirect(`/visits/${visitId}/programme?day=${slot.day}&done=changed`)
    const kept = form.refuse({})
    return data({ ...kept.data, standing: changed.standing }, { status: 409 })
  })
})

export default function ChangeSlot() {
  const { removed, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<{ standing?: Slot | null }>()
  const standing = answer?.standing === undefined && removed ? null : answer?.standing
  return <SlotForm {...loaded} standing={standing} result={answer} />
}
