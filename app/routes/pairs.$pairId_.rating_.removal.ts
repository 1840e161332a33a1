import { redirect } from '@remix-run/node'
import { deleteRatings } from '#app/features/mastery/commands.server.ts'
import { ratingAddress } from '#app/features/mastery/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => ratingAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const pairId = idOf('pairId')
  await deleteRatings(actor, { pairId }, ctx)
  return redirect(ratingAddress(pairId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
