import { redirect } from '@remix-run/node'
import { joinGroup } from '#app/features/pairs/commands/groups.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/groups/${idOf('groupId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const groupId = idOf('groupId')
  await joinGroup(actor, { groupId }, ctx)
  return redirect(`/groups/${groupId}`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
