import { m } from '#app/paraglide/messages.js'
import { ButtonLink, EmptyState, Page, PageHead, Section, TabSwitch } from '#app/ui/index.ts'
import type { VisitCard, VisitScope } from '../queries/visit-cards.server.ts'
import { openInvitations } from '../rules/next-step.ts'
import { VisitCardItem, VisitTodo } from './VisitCards.tsx'

type Props = { scope: VisitScope; cards: readonly VisitCard[]; units: readonly { id: string; name: string }[] }

/** My visits: what needs me, then by time; and those that are over. */
export function VisitList({ scope, cards, units }: Props) {
  const needing = cards.filter((card) => card.step.needs && !openInvitations.includes(card.step.kind))
  return (
    <Page>
      <PageHead title={m.visits_title()} lead={m.visits_list_lead()} />
      <div className="sl-stack">
        <TabSwitch
          label={m.visits_list_switch()}
          items={[
            { to: '/visits', label: m.visits_list_open(), current: scope === 'open' },
            { to: '/visits?scope=over', label: m.visits_list_over(), current: scope === 'over' },
          ]}
        />
        <div className="sl-row">
          {units.slice(0, 3).map((unit) => (
            <ButtonLink key={unit.id} to={`/visits/new?from=${unit.id}`} variant="secondary">
              {m.visits_list_invite({ unit: unit.name })}
            </ButtonLink>
          ))}
          <ButtonLink to="/offers" variant="secondary">
            {m.visits_list_find()}
          </ButtonLink>
        </div>
      </div>
      {cards.length === 0 ? <NoVisits scope={scope} /> : null}
      {needing.length > 0 ? (
        <Section id="needs" title={m.visits_list_needs()}>
          {needing.map((card) => (
            <VisitTodo key={card.id} card={card} />
          ))}
        </Section>
      ) : null}
      {cards.length > 0 ? (
        <Section id="all" title={scope === 'over' ? m.visits_list_over() : m.visits_list_others()}>
          <div className="sl-cards">
            {cards.map((card) => (
              <VisitCardItem key={card.id} card={card} />
            ))}
          </div>
        </Section>
      ) : null}
    </Page>
  )
}

function NoVisits({ scope }: { scope: VisitScope }) {
  if (scope === 'over') return <p>{m.visits_list_empty_over()}</p>
  return (
    <EmptyState
      id="no-visits"
      title={m.visits_list_empty_title()}
      glyph="asked"
      action={<ButtonLink to="/offers">{m.visits_list_find()}</ButtonLink>}
    >
      <p>{m.visits_list_empty_text()}</p>
    </EmptyState>
  )
}
