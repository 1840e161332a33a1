import { redirect } from '@remix-run/node'
import { withdrawDecidedWork } from '#app/features/preparation/commands/decide-work.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/summary`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const visitId = idOf('visitId')
  await withdrawDecidedWork(actor, { visitId, workId: idOf('workId') }, ctx)
  return redirect(`/visits/${visitId}/summary#improvement`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
