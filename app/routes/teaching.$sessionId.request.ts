import { redirect } from '@remix-run/node'
import { askForSignature } from '#app/features/teaching/commands/sign-off.server.ts'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => sessionAddress(idOf('sessionId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const sessionId = idOf('sessionId')
  await askForSignature(actor, { sessionId }, ctx)
  return redirect(sessionAddress(sessionId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
