// Other days than those that stand, proposed by one side: the other agrees or keeps them, the side itself can take them back.
import { Form as PlainForm } from '@remix-run/react'
import { formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, SubmitButton } from '#app/ui/index.ts'
import type { ProposalThere } from '../queries/overview.server.ts'
import type { VisitPage } from '../queries/visit-page.server.ts'
import type { Side } from '../rules/words.ts'
import { Warnings } from './Proposals.tsx'
import { rangeWords } from './words.ts'

export function NewDays({ page, proposals }: { page: VisitPage; proposals: readonly ProposalThere[] }) {
  return proposals.map((proposal) => (
    <CardSection key={proposal.id} id={`new-${proposal.side}`} title={titleOf(page, proposal.side)}>
      <p>
        <strong>{rangeWords(proposal)}</strong>
      </p>
      {proposal.reason ? <p className="sl-voice">{proposal.reason}</p> : null}
      <Warnings proposal={proposal} />
      <Ways page={page} proposal={proposal} />
    </CardSection>
  ))
}

function titleOf(page: VisitPage, side: Side): string {
  if (page.me.coordinates === side) return m.visits_dates_new_mine()
  return m.visits_dates_new_title({
    side: side === 'host' ? page.host.name : formatList(page.guests.map((guest) => guest.name)),
  })
}

function Ways({ page: { visit, me }, proposal }: { page: VisitPage; proposal: ProposalThere }) {
  const base = `/visits/${visit.id}`
  if (!me.coordinates) return null
  if (me.coordinates === proposal.side) {
    return (
      <PlainForm method="post" action={`${base}/new-dates/withdrawal`}>
        <input type="hidden" name="version" value={visit.version} />
        <SubmitButton variant="quiet">{m.visits_dates_new_take_back()}</SubmitButton>
      </PlainForm>
    )
  }
  return (
    <div className="sl-row">
      {proposal.mayAgree ? (
        <ButtonLink to={`${base}/agreement?proposal=${proposal.id}`}>{m.visits_dates_agree()}</ButtonLink>
      ) : null}
      <ButtonLink to={`${base}/new-dates/refusal`} variant="secondary">
        {m.visits_dates_new_keep()}
      </ButtonLink>
    </div>
  )
}
