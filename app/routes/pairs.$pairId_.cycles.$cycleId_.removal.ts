import { redirect } from '@remix-run/node'
import { removeCycle } from '#app/features/pairs/commands/cycles.server.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId'), 'cycles', idOf('cycleId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const pairId = idOf('pairId')
  await removeCycle(actor, { pairId, cycleId: idOf('cycleId') }, ctx)
  return redirect(`${pairAddress(pairId)}#work`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
