// Taking a certificate back: what happens then, why, and a button that says so.
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, Page, PageHead, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { CertificateView } from '../views.ts'
import { certificateAddress, pageName } from './words.ts'

export function RevocationForm({ certificate, result }: { certificate: CertificateView; result: unknown }) {
  const { id, facts, mine } = certificate
  const [form, fields] = useSlForm<{ reason: string }>(result)
  return (
    <Page width="form">
      <PageHead
        title={m.certificates_revoke_title()}
        lead={mine ? m.certificates_revoke_own() : m.certificates_revoke_other({ name: facts?.name ?? '' })}
        crumbs={[{ to: certificateAddress(id), label: pageName(facts) }, { label: m.certificates_revoke() }]}
      />
      <Form form={form}>
        <TextArea field={fields.reason} label={m.certificates_revoke_reason()} rows={4} optional={mine} />
        <div className="sl-row">
          <SubmitButton variant="danger">{m.certificates_revoke()}</SubmitButton>
          <ButtonLink to={certificateAddress(id)} variant="quiet">
            {m.common_error_back()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
