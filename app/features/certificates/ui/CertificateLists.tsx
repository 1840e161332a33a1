// Lists of certificates: one's own, and those of a unit for who answers for it.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, DataTable, EmptyState, Page, PageHead } from '#app/ui/index.ts'
import type { CertificateView } from '../views.ts'
import { certificateAddress, dayWords, standingWords } from './words.ts'

export function OwnCertificates({ certificates }: { certificates: readonly CertificateView[] }) {
  return (
    <Page>
      <PageHead title={m.certificates_title()} lead={m.certificates_lead()} />
      {certificates.length === 0 ? (
        <EmptyState
          id="none"
          title={m.certificates_none_title()}
          glyph="summarised"
          action={
            <ButtonLink to="/paths" variant="secondary">
              {m.certificates_none_action()}
            </ButtonLink>
          }
        >
          <p>{m.certificates_none_text()}</p>
        </EmptyState>
      ) : (
        <Certificates certificates={certificates} caption={m.certificates_title()} of="path" />
      )}
    </Page>
  )
}

type UnitProps = { unit: { id: string; name: string }; certificates: readonly CertificateView[] }

export function CertificatesOfUnit({ unit, certificates }: UnitProps) {
  return (
    <Page>
      <PageHead
        title={m.certificates_unit_title()}
        lead={m.certificates_unit_lead({ unit: unit.name })}
        crumbs={[{ label: unit.name, to: `/units/${unit.id}` }, { label: m.certificates_nav() }]}
      />
      {certificates.length === 0 ? (
        <p>{m.certificates_unit_none()}</p>
      ) : (
        <Certificates certificates={certificates} caption={m.certificates_unit_title()} of="person" />
      )}
    </Page>
  )
}

type Props = { certificates: readonly CertificateView[]; caption: string; of: 'path' | 'person' }

function Certificates({ certificates, caption, of }: Props) {
  const name = ({ facts }: CertificateView) => (
    <span lang={of === 'path' ? facts?.language : undefined}>{of === 'path' ? facts?.path.title : facts?.name}</span>
  )
  return (
    <DataTable
      caption={caption}
      headed
      columns={[
        {
          key: 'name',
          label: of === 'path' ? m.certificates_fact_path() : m.certificates_fact_name(),
          cell: (row) =>
            row.facts ? <Link to={certificateAddress(row.id)}>{name(row)}</Link> : <span>{m.certificates_nobody()}</span>,
        },
        {
          key: 'issued',
          label: m.certificates_fact_issued(),
          cell: (row) => (row.facts ? dayWords(row.facts.issuedOn) : '–'),
        },
        { key: 'valid', label: m.certificates_fact_valid(), cell: (row) => dayWords(row.lastDay) },
        { key: 'standing', label: m.certificates_column_standing(), cell: (row) => standingWords(row.standing) },
      ]}
      rows={certificates}
      rowKey={(row) => row.id}
    />
  )
}

/** On a unit's page, for who answers for it. */
export function UnitCertificatesLink({ unitId }: { unitId: string }) {
  return (
    <p>
      <Link to={`/units/${unitId}/certificates`}>{m.certificates_unit_title()}</Link>
    </p>
  )
}
