import { useLoaderData, useSearchParams } from '@remix-run/react'
import { findEntryRulesFor } from '#app/features/visits/queries/overview.server.ts'
import { listWaitingFor } from '#app/features/visits/queries/waiting.server.ts'
import { PeopleList } from '#app/features/visits/ui/PeopleList.tsx'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { confirmed } = await findEntryRulesFor(actor, idOf('visitId'), ctx)
  return { confirmed: confirmed.map(({ id, at }) => ({ id, at })), waiting: await listWaitingFor(actor, idOf('visitId'), ctx) }
})

export default function People() {
  const { confirmed, waiting } = useLoaderData<typeof loader>()
  const renewed = useSearchParams()[0].get('renewed')
  const byId = new Map(confirmed.map(({ id, at }) => [id, at]))
  return <PeopleList page={useVisit()} confirmed={byId} waiting={waiting} renewed={renewed} />
}
