import { redirect } from '@remix-run/node'
import { tickItems } from '#app/features/pairs/commands/practice.server.ts'
import { findActivityAddressFor } from '#app/features/pairs/queries/places.server.ts'
import { ticksInput } from '#app/features/pairs/rules/practice.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ actor, params, url, ctx }) =>
  findActivityAddressFor(actor, { params, search: url.searchParams }, ctx),
)

export const action = signedIn(async ({ actor, params, request, url, ctx }) => {
  const { pathId, moduleId, activityId } = params
  const { searchParams: search } = url
  const form = await readForm(request, ticksInput)
  if (!form.ok) throw new DomainError('invalid')
  await tickItems(actor, { pathId, moduleId, activityId, search, ...form.value }, ctx)
  return redirect(`${await findActivityAddressFor(actor, { params, search }, ctx)}#items`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
