import { useLoaderData } from '@remix-run/react'
import { findEntryRulesFor } from '#app/features/visits/queries/overview.server.ts'
import { PeopleList } from '#app/features/visits/ui/PeopleList.tsx'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { confirmed } = await findEntryRulesFor(actor, idOf('visitId'), ctx)
  return { confirmed: confirmed.map(({ id, at }) => ({ id, at })) }
})

export default function People() {
  const { confirmed } = useLoaderData<typeof loader>()
  return <PeopleList page={useVisit()} confirmed={new Map(confirmed.map(({ id, at }) => [id, at]))} />
}
