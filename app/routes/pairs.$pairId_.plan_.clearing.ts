import { redirect } from '@remix-run/node'
import { clearPlan } from '#app/features/pairs/commands/plan.server.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const pairId = idOf('pairId')
  await clearPlan(actor, { pairId }, ctx)
  return redirect(pairAddress(pairId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
