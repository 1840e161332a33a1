// Units that invite, in the reader's alphabet, with a plain form that filters them.
import { Form, Link } from '@remix-run/react'
import { countryName, formatList, languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState, plainField, SelectField, SubmitButton, TextField } from '#app/ui/index.ts'
import type { Offer, OfferFilter } from '../queries/offers.server.ts'
import { countryOptions, formOptions, formWord, kindWord, languageOptions } from './unit-words.ts'

export function OfferFilterForm({ filter }: { filter: OfferFilter }) {
  const any = m.units_offers_any()
  return (
    <Form method="get" className="sl-filter" role="search">
      <TextField
        field={plainField('q', { value: filter.search ?? '' })}
        label={m.units_offers_search()}
        help={m.units_offers_search_help()}
        type="search"
      />
      <SelectField
        field={plainField('country', { value: filter.country ?? '' })}
        label={m.units_offers_country()}
        options={countryOptions()}
        empty={any}
      />
      <SelectField
        field={plainField('language', { value: filter.language ?? '' })}
        label={m.units_offers_language()}
        options={languageOptions()}
        empty={any}
      />
      <SelectField
        field={plainField('form', { value: filter.form ?? '' })}
        label={m.units_offers_form()}
        options={formOptions()}
        empty={any}
      />
      <div>
        <SubmitButton variant="secondary">{m.units_offers_filter()}</SubmitButton>
      </div>
    </Form>
  )
}

export function OfferList({ offers }: { offers: readonly Offer[] }) {
  return (
    <ul className="sl-offers">
      {offers.map((offer) => (
        <li key={offer.id}>
          <h2>
            <Link to={`/units/${offer.id}`}>{offer.name}</Link>
          </h2>
          <p className="sl-meta">
            {[kindWord(offer.kind), offer.city, offer.place ?? '', countryName(offer.country)].filter(Boolean).join(' · ')}
          </p>
          <p className="sl-voice sl-clamp" lang={offer.language}>
            {offer.canShow}
          </p>
          <p className="sl-meta">
            {formatList(offer.languages.map(languageName))} · {formatList(offer.forms.map(formWord))}
          </p>
        </li>
      ))}
    </ul>
  )
}

export function NoOffers({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <EmptyState id="no-offers" title={m.units_offers_empty_title()} glyph="asked">
        <p>{m.units_offers_empty()}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      id="no-offers"
      title={m.units_offers_none_title()}
      glyph="asked"
      action={<Link to="/offers">{m.units_offers_clear()}</Link>}
    >
      <p>{m.units_offers_none()}</p>
    </EmptyState>
  )
}
