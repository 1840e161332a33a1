import { redirect } from '@remix-run/node'
import { withdrawWords } from '#app/features/preparation/commands/write-or-propose.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/preparation`)

export const action = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const { outcome } = await withdrawWords(actor, { visitId, subject: 'goal', id: idOf('goalId') }, ctx)
  return redirect(`/visits/${visitId}${outcome === 'proposed' ? '/preparation?done=proposed' : ''}`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
