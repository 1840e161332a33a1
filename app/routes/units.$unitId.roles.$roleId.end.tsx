import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endRole } from '#app/features/identity/commands/roles.server.ts'
import { findRoleToEndFor } from '#app/features/identity/queries.server.ts'
import { EndRole } from '#app/features/identity/ui/EndRole.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta = () => [{ title: pageTitle(m.identity_role_end_tab()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const role = await findRoleToEndFor(actor, idOf('roleId'), ctx)
  if (role.visitId) throw redirect(`/visits/${role.visitId}/people`)
  return { role, back: `/units/${idOf('unitId')}/people` }
})

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  await endRole(actor, { roleId: idOf('roleId') }, ctx)
  return redirect(`/units/${idOf('unitId')}/people`)
})

export default function UnitRoleEnd() {
  return <EndRole {...useLoaderData<typeof loader>()} />
}

export { RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
