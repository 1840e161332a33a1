import { redirect } from '@remix-run/node'
import { removeFromGroup } from '#app/features/pairs/commands/groups.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/groups/${idOf('groupId')}#members`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const groupId = idOf('groupId')
  await removeFromGroup(actor, { groupId, memberId: idOf('memberId') }, ctx)
  return redirect(`/groups/${groupId}#members`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
