import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteToGroup } from '#app/features/pairs/commands/groups.server.ts'
import { groupView } from '#app/features/pairs/groups-view.ts'
import { findGroupPageFor } from '#app/features/pairs/queries/groups.server.ts'
import { groupInvitationInput } from '#app/features/pairs/rules/group.ts'
import { GroupPage } from '#app/features/pairs/ui/groups/GroupPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_group()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) =>
  groupView(await findGroupPageFor(actor, idOf('groupId'), ctx), locale),
)

/** Somebody is asked to the group. */
export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const groupId = idOf('groupId')
  const form = await readForm(request, groupInvitationInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await inviteToGroup(actor, { groupId, ...form.value }, ctx)
    return redirect(`/groups/${groupId}#members`)
  })
})

export default function GroupRoute() {
  return <GroupPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
