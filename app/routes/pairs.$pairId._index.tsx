import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OwnRatingLink } from '#app/features/mastery/ui/RatingNeeds.tsx'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { PairInvitation } from '#app/features/pairs/ui/PairInvitation.tsx'
import { PairPage } from '#app/features/pairs/ui/PairPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_page()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) =>
  findPairPageFor(actor, { pairId: idOf('pairId'), locale }, ctx),
)

export default function PairRoute() {
  const page = useLoaderData<typeof loader>()
  return page.view ? (
    <PairPage {...page.view} own={<OwnRatingLink pairId={page.view.pair.id} />} />
  ) : (
    <PairInvitation pair={page.asked} path={page.path} />
  )
}
