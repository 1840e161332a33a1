// One certificate, for the person to take along and show, or for who answers for the unit to take back.
import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Columns, Notice, Page, PageHead, Section, SubmitButton } from '#app/ui/index.ts'
import type { CertificateView } from '../views.ts'
import { FactsOf, ModulesOf } from './CertificateFacts.tsx'
import { certificateAddress, dayWords, listAddress, pageName, standingWords } from './words.ts'

export function CertificatePage({ certificate }: { certificate: CertificateView }) {
  const { facts, lastDay, mine, standing } = certificate
  // Where the address for the PDF leads when our fonts do not have the letters.
  const withoutLetters = new URLSearchParams(useLocation().search).get('paper') === 'letters'
  const carried = mine && (standing === 'valid' || standing === 'expired')
  return (
    <Page>
      <PageHead
        title={pageName(facts)}
        facts={[standingWords(standing), ...(facts ? [facts.name] : [])]}
        crumbs={mine ? [{ to: listAddress, label: m.certificates_title() }, { label: m.certificates_word() }] : undefined}
      />
      {withoutLetters ? (
        <Notice tone="warning" announce>
          <p>{m.certificates_letters()}</p>
        </Notice>
      ) : null}
      <Standing certificate={certificate} />
      {facts ? (
        <Columns
          label={m.certificates_share_title()}
          side={<Side certificate={certificate} carried={carried} />}
          sideFirst={carried}
        >
          <FactsOf facts={facts} lastDay={lastDay} />
          <Section id="modules" title={m.certificates_fact_modules()}>
            <ModulesOf facts={facts} />
          </Section>
        </Columns>
      ) : null}
    </Page>
  )
}

function Side({ certificate, carried }: { certificate: CertificateView; carried: boolean }) {
  const { id, can } = certificate
  return (
    <>
      {carried ? (
        <CardSection id="share" title={m.certificates_share_title()}>
          <p>
            <ButtonLink to={certificateAddress(id, '.pdf')} reloadDocument>
              {m.certificates_download_pdf()}
            </ButtonLink>
          </p>
          <p>{m.certificates_share_text()}</p>
          <p>
            <ButtonLink to={`/check/${id}`} variant="secondary">
              {m.certificates_share_link()}
            </ButtonLink>
          </p>
          <p>
            <a href={certificateAddress(id, '.jwt')}>{m.certificates_download_jwt()}</a>
          </p>
          <p className="sl-meta">{m.certificates_download_jwt_help()}</p>
        </CardSection>
      ) : null}
      {can.revokeAs ? (
        <p>
          <ButtonLink to={certificateAddress(id, '/revocation')} variant="quiet">
            {m.certificates_revoke()}
          </ButtonLink>
        </p>
      ) : null}
      {can.allowAnew ? (
        <Form method="post" action={certificateAddress(id, '/reopening')}>
          <SubmitButton variant="secondary">{m.certificates_anew()}</SubmitButton>
        </Form>
      ) : null}
    </>
  )
}

/** What stands in the way of relying on it, in words. */
function Standing({ certificate }: { certificate: CertificateView }) {
  const { standing, revokedOn, revokedAs, reason, mine, lastDay, replaced, reopened } = certificate
  const words = [
    standing === 'expired' ? m.certificates_expired_on({ day: dayWords(lastDay) }) : null,
    standing === 'key_withdrawn' ? m.certificates_key_withdrawn_own() : null,
    standing === 'revoked' ? revokedWords({ revokedOn, revokedAs, mine }) : null,
    reason || null,
    replaced ? m.certificates_replaced() : null,
    reopened && !replaced ? m.certificates_anew_done() : null,
  ].filter((text) => text !== null)
  if (words.length === 0) return null
  return (
    <Notice tone={standing === 'valid' ? 'info' : 'warning'}>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  )
}

export function revokedWords({
  revokedOn,
  revokedAs,
  mine,
}: Pick<CertificateView, 'revokedOn' | 'revokedAs' | 'mine'>): string {
  if (!revokedOn) return m.certificates_revoked_gone()
  const day = dayWords(revokedOn)
  if (revokedAs === 'issuer') return m.certificates_revoked_by_issuer({ day })
  return mine ? m.certificates_revoked_own({ day }) : m.certificates_revoked_by_holder({ day })
}
