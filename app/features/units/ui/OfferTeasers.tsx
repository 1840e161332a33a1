import { Link } from '@remix-run/react'
import { countryName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card } from '#app/ui/index.ts'
import type { Offer } from '../queries.server.ts'

/** A few units that invite, for the start page: what they would show, and a way to ask. */
export function OfferTeasers({ offers }: { offers: readonly Offer[] }) {
  return (
    <Card>
      {offers.map((offer) => (
        <article className="sl-offer" key={offer.id}>
          <div className="sl-stack-s">
            <h3>
              <Link to={`/units/${offer.id}`}>{offer.name}</Link>
            </h3>
            <p className="sl-meta">{[offer.city, countryName(offer.country)].filter(Boolean).join(' · ')}</p>
            {offer.canShow ? (
              <p className="sl-voice sl-clamp" lang={offer.language}>
                {offer.canShow}
              </p>
            ) : null}
          </div>
          <ButtonLink to={`/visits/new?host=${offer.id}`} variant="secondary" about={offer.name}>
            {m.units_ask()}
          </ButtonLink>
        </article>
      ))}
    </Card>
  )
}
