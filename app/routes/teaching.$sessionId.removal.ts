import { redirect } from '@remix-run/node'
import { deleteSession } from '#app/features/teaching/commands/log.server.ts'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => sessionAddress(idOf('sessionId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const sessionId = idOf('sessionId')
  await deleteSession(actor, { sessionId }, ctx)
  return redirect('/teaching')
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
