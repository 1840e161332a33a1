import { redirect } from '@remix-run/node'
import { leaveGroup } from '#app/features/pairs/commands/groups.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/groups/${idOf('groupId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const groupId = idOf('groupId')
  await leaveGroup(actor, { groupId }, ctx)
  return redirect('/groups')
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
