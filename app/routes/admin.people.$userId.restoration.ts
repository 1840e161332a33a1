import { redirect } from '@remix-run/node'
import { restorePerson } from '#app/features/identity/commands/accounts.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/admin/people/${idOf('userId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await restorePerson(actor, { userId: idOf('userId') }, ctx)
  return redirect(`/admin/people/${idOf('userId')}`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
