import { redirect } from '@remix-run/node'
import { takeBackNewDates } from '#app/features/visits/commands/move-dates.server.ts'
import { takeBackInput } from '#app/features/visits/rules/inputs.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/dates`)

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, takeBackInput)
  if (!form.ok) throw new DomainError('invalid')
  await takeBackNewDates(actor, { visitId, ...form.value }, ctx)
  return redirect(`/visits/${visitId}/dates`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
