import { redirect } from '@remix-run/node'
import { endRole } from '#app/features/identity/commands/roles.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/admin/people/${idOf('userId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await endRole(actor, { roleId: idOf('roleId') }, ctx)
  return redirect(`/admin/people/${idOf('userId')}`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
