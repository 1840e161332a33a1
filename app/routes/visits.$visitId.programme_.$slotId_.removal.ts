import { redirect } from '@remix-run/node'
import { removeSlot } from '#app/features/programme/commands/change-programme.server.ts'
import { removedSlotForm } from '#app/features/programme/rules.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/programme`)

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const [visitId, slotId] = [idOf('visitId'), idOf('slotId')]
  const form = await readForm(request, removedSlotForm)
  if (!form.ok) throw new DomainError('invalid')
  const removed = await removeSlot(actor, { visitId, slotId, version: form.value.version }, ctx)
  return redirect(`/visits/${visitId}/programme?done=${removed.outcome === 'removed' ? 'removed' : 'overtaken'}`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
