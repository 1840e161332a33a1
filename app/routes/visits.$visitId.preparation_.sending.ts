import { redirect } from '@remix-run/node'
import { sendPreparation } from '#app/features/preparation/commands/send-preparation.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/preparation`)

/** Sends what stands; after the last day the form itself is locked. */
export const action = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const { missing } = await sendPreparation(actor, { visitId }, ctx)
  return redirect(`/visits/${visitId}/preparation?${missing.length > 0 ? 'missing' : 'done=sent'}`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
