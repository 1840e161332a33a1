import { redirect } from '@remix-run/node'
import { makeMember } from '#app/features/identity/commands/roles.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/people`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await makeMember(actor, { roleId: idOf('roleId'), unitId: idOf('unitId') }, ctx)
  return redirect(`/units/${idOf('unitId')}/people`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
