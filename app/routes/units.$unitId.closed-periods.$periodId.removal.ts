import { redirect } from '@remix-run/node'
import { removeClosedPeriod } from '#app/features/units/commands/profile.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const { unitId } = await removeClosedPeriod(actor, { periodId: idOf('periodId') }, ctx)
  return redirect(`/units/${unitId}/closed-periods`)
})
