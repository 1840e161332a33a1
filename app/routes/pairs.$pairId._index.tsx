import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOfferFor } from '#app/features/certificates/queries/offer.server.ts'
import { CertificateOffer } from '#app/features/certificates/ui/CertificateOffer.tsx'
import { OwnRatingLink } from '#app/features/mastery/ui/RatingNeeds.tsx'
import { noteOpened } from '#app/features/pairs/commands/note-opened.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findPairWorkFor } from '#app/features/pairs/queries/pair-work.server.ts'
import { PairPage } from '#app/features/pairs/ui/PairPage.tsx'
import { PairInvitation } from '#app/features/pairs/ui/start/PairInvitation.tsx'
import { WorkOfPair } from '#app/features/pairs/ui/work/Work.tsx'
import { workLine } from '#app/features/pairs/work-view.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_page()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => {
  const pairId = idOf('pairId')
  const page = await findPairPageFor(actor, { pairId, locale }, ctx)
  if (!page.view) return { page, pairId, offer: null, done: null }
  await noteOpened(actor, pairId, ctx)
  const { work, ...kept } = await findPairWorkFor(actor, pairId, ctx)
  const done = { ...kept, work: work.map((one) => workLine(one, locale)) }
  return { page, pairId, offer: await findOfferFor(actor, pairId, ctx), done }
})

export default function PairRoute() {
  const { page, done, ...certificate } = useLoaderData<typeof loader>()
  return page.view ? (
    <PairPage
      {...page.view}
      own={<OwnRatingLink pairId={page.view.pair.id} />}
      certificate={<CertificateOffer {...certificate} />}
      work={done ? <WorkOfPair pair={page.view.pair} {...done} /> : null}
    />
  ) : (
    <PairInvitation pair={page.asked} proposer={page.proposer} path={page.path} />
  )
}
