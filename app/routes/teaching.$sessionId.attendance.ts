import { redirect } from '@remix-run/node'
import { confirmLearning } from '#app/features/teaching/commands/learners.server.ts'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => sessionAddress(idOf('sessionId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const sessionId = idOf('sessionId')
  await confirmLearning(actor, { sessionId }, ctx)
  return redirect(sessionAddress(sessionId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
