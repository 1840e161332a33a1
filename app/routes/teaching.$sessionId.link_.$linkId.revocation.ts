import { redirect } from '@remix-run/node'
import { revokeTeachingLink } from '#app/features/teaching/commands/links.server.ts'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => sessionAddress(idOf('sessionId'), 'link'))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const sessionId = idOf('sessionId')
  await revokeTeachingLink(actor, { sessionId, linkId: idOf('linkId') }, ctx)
  return redirect(sessionAddress(sessionId, 'link'))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
