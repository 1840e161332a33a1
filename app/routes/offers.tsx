import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOffers, type OfferFilter } from '#app/features/units/queries.server.ts'
import { readOfferFilter } from '#app/features/units/rules.ts'
import { NoOffers, OfferFilterForm, OfferList } from '#app/features/units/ui/OfferList.tsx'
import { open } from '#app/http/door.server.ts'
import { sortByName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { Page, PageHead } from '#app/ui/index.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction = () => [{ title: `${m.units_offers_title()} – ${m.common_product()}` }]

export const loader = open(async ({ url, ctx }) => {
  const filter: OfferFilter = readOfferFilter(url.searchParams)
  return { filter, offers: sortByName(await listOffers(filter, ctx), (offer) => offer.name) }
})

export default function Offers() {
  const { filter, offers } = useLoaderData<typeof loader>()
  const filtered = Object.keys(filter).length > 0
  return (
    <Page>
      <PageHead
        title={m.units_offers_title()}
        lead={m.units_offers_lead()}
        facts={offers.length > 0 ? [m.units_offers_count({ count: offers.length })] : []}
      />
      {offers.length > 0 || filtered ? <OfferFilterForm filter={filter} /> : null}
      {offers.length > 0 ? <OfferList offers={offers} /> : <NoOffers filtered={filtered} />}
    </Page>
  )
}
