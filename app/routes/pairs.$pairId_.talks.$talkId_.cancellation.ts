import { redirect } from '@remix-run/node'
import { cancelTalk } from '#app/features/pairs/commands/talks.server.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId'), 'talks', idOf('talkId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const pairId = idOf('pairId')
  await cancelTalk(actor, { pairId, talkId: idOf('talkId') }, ctx)
  return redirect(pairAddress(pairId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
