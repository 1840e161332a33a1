import { redirect } from '@remix-run/node'
import { removeClosedPeriod } from '#app/features/units/commands/profile.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/closed-periods`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const { unitId } = await removeClosedPeriod(actor, { periodId: idOf('periodId') }, ctx)
  return redirect(`/units/${unitId}/closed-periods`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
