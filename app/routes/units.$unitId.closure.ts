import { redirect } from '@remix-run/node'
import { closeUnit } from '#app/features/units/commands/tree.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await closeUnit(actor, { unitId: idOf('unitId') }, ctx)
  return redirect(`/units/${idOf('unitId')}`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
