import { redirect } from '@remix-run/node'
import { changeOutline } from '#app/features/paths/commands/write-draft.server.ts'
import { orderInput, placeAfter } from '#app/features/paths/rules/order.ts'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(async ({ params }) => editAddress(params.pathId ?? ''))

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const pathId = params.pathId ?? ''
  const form = await readForm(request, orderInput)
  if (!form.ok) throw new DomainError('invalid')
  await changeOutline(actor, { pathId, change: form.value }, ctx)
  const { page, place } = placeAfter(form.value)
  return redirect(`${editAddress(pathId, ...page)}${place ? `#${place}` : ''}`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
