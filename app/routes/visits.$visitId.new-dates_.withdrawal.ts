import { redirect } from '@remix-run/node'
import { takeBackNewDates } from '#app/features/visits/commands/move-dates.server.ts'
import { takeBackInput } from '#app/features/visits/rules/inputs.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, takeBackInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await takeBackNewDates(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/dates`)
  })
})
