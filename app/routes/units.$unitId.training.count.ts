import { redirect } from '@remix-run/node'
import { countRegister } from '#app/features/training/commands/count-registers.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/training`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const unitId = idOf('unitId')
  await countRegister(actor, { unitId }, ctx)
  return redirect(`/units/${unitId}/training#count`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
