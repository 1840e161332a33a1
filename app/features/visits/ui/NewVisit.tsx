// Asking for a visit, or inviting to one. A short inquiry: the full preparation comes once the days are agreed.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Columns, EmptyState, Page, PageHead } from '#app/ui/index.ts'
import type { NewVisitChoice } from '../queries/new-visit.server.ts'
import { HostFacts } from './HostFacts.tsx'
import { NewVisitForm } from './NewVisitForm.tsx'

type Props = { id: string; page: NewVisitChoice; result: unknown }

export function NewVisit({ id, page, result }: Props) {
  if (page.mode === 'choose') return <ChooseWay inviting={page.inviting} />
  const { host } = page
  const unit = host.name
  const asking = page.mode === 'ask'
  return (
    <Page>
      <PageHead
        crumbs={[{ label: m.visits_title(), to: '/visits' }, { label: m.visits_new_choose_title() }]}
        title={asking ? m.visits_new_ask_title({ unit }) : m.visits_new_invite_title({ unit })}
        lead={asking ? m.visits_new_ask_lead() : m.visits_new_invite_lead()}
      />
      {asking && !host.isOpen ? (
        <EmptyState
          id="not-open"
          title={m.visits_error_not_open()}
          glyph="asked"
          action={<ButtonLink to="/offers">{m.visits_list_find()}</ButtonLink>}
        >
          <p>{m.visits_new_not_open({ unit })}</p>
        </EmptyState>
      ) : (
        <Columns label={m.visits_host_about({ unit })} side={<HostFacts page={page} />}>
          <NewVisitForm id={id} page={page} result={result} />
        </Columns>
      )}
    </Page>
  )
}

function ChooseWay({ inviting }: { inviting: readonly { id: string; name: string }[] }) {
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ label: m.visits_title(), to: '/visits' }, { label: m.visits_new_choose_title() }]}
        title={m.visits_new_choose_title()}
        lead={m.visits_new_choose_lead()}
      />
      <p>
        <ButtonLink to="/offers">{m.visits_list_find()}</ButtonLink>
      </p>
      <ul className="sl-list">
        {inviting.map((unit) => (
          <li key={unit.id}>
            <Link to={`/visits/new?from=${unit.id}`}>{m.visits_list_invite({ unit: unit.name })}</Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
