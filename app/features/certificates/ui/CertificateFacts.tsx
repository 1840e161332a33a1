// What a certificate says, as terms and values: the same on the person's page and on the open check.
import { formatNumber } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Facts } from '#app/ui/index.ts'
import type { CertificateFacts } from '../rules/facts.ts'
import { dayWords, roleWords } from './words.ts'

export function FactsOf({ facts, lastDay }: { facts: CertificateFacts; lastDay: Day }) {
  const { path, language } = facts
  const items = [
    { term: m.certificates_fact_name(), value: <b>{facts.name}</b> },
    {
      term: m.certificates_fact_path(),
      value: (
        <>
          <span lang={language}>{path.title}</span>, {m.certificates_fact_version({ version: path.version })}
        </>
      ),
    },
    { term: m.certificates_fact_role(), value: roleWords(facts.role) },
    { term: m.certificates_fact_unit(), value: facts.unit.name },
    {
      term: m.certificates_fact_scope(),
      value: m.certificates_hours({ number: formatNumber(facts.hours, Number.isInteger(facts.hours) ? 0 : 1) }),
    },
    { term: m.certificates_fact_completed(), value: dayWords(facts.completedOn) },
    { term: m.certificates_fact_issued(), value: dayWords(facts.issuedOn) },
    { term: m.certificates_fact_valid(), value: dayWords(lastDay) },
    { term: m.certificates_fact_issuer(), value: facts.issuer },
  ]
  return <Facts items={items} />
}

export function ModulesOf({ facts }: { facts: CertificateFacts }) {
  return (
    <ol className="sl-list" lang={facts.language}>
      {facts.modules.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ol>
  )
}
