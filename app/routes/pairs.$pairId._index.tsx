import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOfferFor } from '#app/features/certificates/queries/offer.server.ts'
import { CertificateOffer } from '#app/features/certificates/ui/CertificateOffer.tsx'
import { OwnRatingLink } from '#app/features/mastery/ui/RatingNeeds.tsx'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { PairInvitation } from '#app/features/pairs/ui/PairInvitation.tsx'
import { PairPage } from '#app/features/pairs/ui/PairPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_page()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => {
  const pairId = idOf('pairId')
  const page = await findPairPageFor(actor, { pairId, locale }, ctx)
  return { page, pairId, offer: page.view ? await findOfferFor(actor, pairId, ctx) : null }
})

export default function PairRoute() {
  const { page, ...certificate } = useLoaderData<typeof loader>()
  return page.view ? (
    <PairPage
      {...page.view}
      own={<OwnRatingLink pairId={page.view.pair.id} />}
      certificate={<CertificateOffer {...certificate} />}
    />
  ) : (
    <PairInvitation pair={page.asked} proposer={page.proposer} path={page.path} />
  )
}
