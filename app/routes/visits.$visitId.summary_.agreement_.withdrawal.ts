import { redirect } from '@remix-run/node'
import { takeBackAgreement } from '#app/features/evaluations/commands.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/summary`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const visitId = idOf('visitId')
  await takeBackAgreement(actor, { visitId }, ctx)
  return redirect(`/visits/${visitId}/summary#agreement`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
