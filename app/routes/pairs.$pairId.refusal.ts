import { redirect } from '@remix-run/node'
import { declinePair } from '#app/features/pairs/commands/pairs.server.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const pairId = idOf('pairId')
  await declinePair(actor, { pairId }, ctx)
  return redirect('/home')
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
