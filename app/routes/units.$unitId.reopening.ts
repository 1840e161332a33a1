import { redirect } from '@remix-run/node'
import { reopenUnit } from '#app/features/units/commands/tree.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await reopenUnit(actor, { unitId: idOf('unitId') }, ctx)
  return redirect(`/units/${idOf('unitId')}`)
})
