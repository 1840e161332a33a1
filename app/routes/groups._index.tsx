import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMyGroupsFor, listUnitsForGroups } from '#app/features/pairs/queries/groups.server.ts'
import { MyGroups } from '#app/features/pairs/ui/groups/MyGroups.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_groups()) }]

export const loader = signedIn(async ({ actor, ctx }) => ({
  groups: await listMyGroupsFor(actor, ctx),
  canMake: (await listUnitsForGroups(actor, ctx)).length > 0,
}))

export default function GroupsRoute() {
  return <MyGroups {...useLoaderData<typeof loader>()} />
}
