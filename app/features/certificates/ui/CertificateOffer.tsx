// On a pair's page, when the path is walked: the certificate to get, or the one there is.
import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Notice, SubmitButton } from '#app/ui/index.ts'
import type { Offer } from '../queries/offer.server.ts'
import { certificateAddress } from './words.ts'

export function CertificateOffer({ offer, pairId }: { offer: Offer; pairId: string }) {
  if (!offer) return null
  if (offer.kind === 'not_yet') return <Notice>{m.certificates_not_yet_text()}</Notice>
  if (offer.kind === 'taken_back') {
    return (
      <Notice tone="warning">
        <p>{m.certificates_error_taken_back()}</p>
        <p>
          <ButtonLink to={certificateAddress(offer.certificateId)} variant="secondary">
            {m.certificates_have()}
          </ButtonLink>
        </p>
      </Notice>
    )
  }
  return (
    <CardSection id="certificate" title={m.certificates_word()} tone="meet">
      <p>{{ get: m.certificates_get_text, have: m.certificates_have_text, renew: m.certificates_renew_text }[offer.kind]()}</p>
      <div className="sl-row">
        {offer.kind === 'have' ? null : (
          <Form method="post" action={`/pairs/${pairId}/certificate`}>
            <SubmitButton>{offer.kind === 'get' ? m.certificates_get() : m.certificates_renew()}</SubmitButton>
          </Form>
        )}
        {offer.kind === 'get' ? null : (
          <ButtonLink to={certificateAddress(offer.certificateId)} variant="secondary">
            {m.certificates_have()}
          </ButtonLink>
        )}
      </div>
    </CardSection>
  )
}
