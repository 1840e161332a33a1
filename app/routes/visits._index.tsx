import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readFactsAbove } from '#app/features/notifications/queries/step-facts.server.ts'
import { listInvitingUnitsFor } from '#app/features/visits/queries/new-visit.server.ts'
import { listVisitsFor } from '#app/features/visits/queries/visit-cards.server.ts'
import { VisitList } from '#app/features/visits/ui/VisitList.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.visits_title()) }]

export const loader = signedIn(async ({ actor, ctx, url }) => {
  const scope = url.searchParams.get('scope') === 'over' ? 'over' : 'open'
  const cards = await listVisitsFor(actor, { scope, more: (ids) => readFactsAbove(actor, ids, ctx) }, ctx)
  return { scope, cards, units: await listInvitingUnitsFor(actor, ctx) } as const
})

export default function Visits() {
  return <VisitList {...useLoaderData<typeof loader>()} />
}
