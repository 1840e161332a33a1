import { redirect } from '@remix-run/node'
import { takeBackAgreement } from '#app/features/evaluations/commands.server.ts'
import { signedIn } from '#app/http/door.server.ts'

/** Only posted to. */
export const loader = signedIn(async ({ idOf }) => redirect(`/visits/${idOf('visitId')}/summary`))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const visitId = idOf('visitId')
  await takeBackAgreement(actor, { visitId }, ctx)
  return redirect(`/visits/${visitId}/summary#agreement`)
})
