// The open check: how a certificate stands, in one sentence first, then what it says. Needs no script and no account.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Form, Notice, Page, PageHead, PhaseGlyph, Section, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { Checked, Verdict } from '../queries/check.server.ts'
import { FactsOf, ModulesOf } from './CertificateFacts.tsx'
import { revokedWords } from './CertificatePage.tsx'
import { dayWords } from './words.ts'

export function CheckedPage({ checked }: { checked: Checked }) {
  return (
    <Page width="read">
      <PageHead title={m.certificates_check_title()} />
      <CheckedCertificate checked={checked} />
      <p>
        <Link to="/check">{m.certificates_check_paste()}</Link>
      </p>
    </Page>
  )
}

/** No certificate has this address: said as such, for whoever has a paper in hand and no account. */
export function CheckedNothing() {
  return (
    <Page width="read">
      <PhaseGlyph shape="asked" tight />
      <PageHead title={m.certificates_check_none()} lead={m.certificates_check_none_text()} />
      <p>
        <Link to="/check">{m.certificates_check_paste()}</Link>
      </p>
    </Page>
  )
}

type PasteProps = { verdict: Verdict | null; result: unknown; keys: string }

export function CheckForm({ verdict, result, keys }: PasteProps) {
  const [form, fields] = useSlForm<{ credential: string }>(verdict ? undefined : result)
  return (
    <Page width="read">
      <PageHead title={m.certificates_check_title()} lead={m.certificates_check_lead()} />
      {verdict ? <VerdictOf verdict={verdict} /> : null}
      <Form form={form} method="post" action="/check?index">
        <TextArea
          field={fields.credential}
          label={m.certificates_check_field()}
          help={m.certificates_check_help()}
          rows={8}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <SubmitButton>{m.certificates_check_send()}</SubmitButton>
        </div>
      </Form>
      <p className="sl-meta">{m.certificates_check_programs({ keys })}</p>
    </Page>
  )
}

function VerdictOf({ verdict }: { verdict: Verdict }) {
  if (verdict.kind === 'certificate') return <CheckedCertificate checked={verdict.checked} />
  const words = {
    unreadable: m.certificates_check_unreadable,
    foreign: m.certificates_check_foreign,
    changed: m.certificates_check_changed,
    unknown: m.certificates_check_unknown,
  }
  return (
    <Notice tone={verdict.kind === 'foreign' || verdict.kind === 'unreadable' ? 'warning' : 'error'} announce>
      <p>{words[verdict.kind]()}</p>
    </Notice>
  )
}

const tones = { valid: 'success', expired: 'warning', revoked: 'error', key_withdrawn: 'error' } as const

function CheckedCertificate({ checked }: { checked: Checked }) {
  const { standing, facts, lastDay } = checked
  const heads = {
    valid: m.certificates_check_valid,
    expired: m.certificates_check_expired,
    revoked: m.certificates_check_revoked,
    key_withdrawn: m.certificates_check_key_withdrawn,
  }
  const more = {
    valid: null,
    expired: m.certificates_expired_on({ day: dayWords(lastDay) }),
    revoked: revokedWords({ ...checked, mine: false }),
    key_withdrawn: m.certificates_check_key_withdrawn_text(),
  }[standing]
  return (
    <>
      <Notice tone={tones[standing]} announce>
        <p>
          <strong>{heads[standing]()}</strong>
        </p>
        {more ? <p>{more}</p> : null}
      </Notice>
      {facts ? (
        <>
          <FactsOf facts={facts} lastDay={lastDay} />
          <p className="sl-meta">{m.certificates_check_by()}</p>
          <Section id="modules" title={m.certificates_fact_modules()}>
            <ModulesOf facts={facts} />
          </Section>
        </>
      ) : null}
    </>
  )
}
