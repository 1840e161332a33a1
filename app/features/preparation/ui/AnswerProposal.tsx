// Where a host coordinator says yes or no to one change. Two small forms: saying yes needs no words, saying no does.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Form, HiddenField, Notice, plainField, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import type { Proposal } from '../words.ts'
import { ProposalWords } from './Proposals.tsx'

type Input = { answer: string; reason: string }

export function AnswerProposal({ page, proposal, result }: { page: PreparationPage; proposal: Proposal; result: unknown }) {
  const [accept] = useSlForm<Input>(undefined, { id: 'accept' })
  const [decline, fields] = useSlForm<Input>(result, { id: 'decline' })
  const open = proposal.answer === null && page.may.answer
  return (
    <div className="sl-stack-l sl-prep__page">
      <div className="sl-stack">
        <ProposalWords proposal={proposal} form={page.form} timeZone={page.timeZone} level={2} />
      </div>
      {proposal.answer ? (
        <Notice>
          <p>{m.preparation_proposal_done()}</p>
        </Notice>
      ) : null}
      {open ? (
        <div className="sl-stack">
          <Form form={accept}>
            <HiddenField field={plainField('answer')} value="accepted" />
            <SubmitButton>{m.preparation_proposal_accept()}</SubmitButton>
          </Form>
          <Form form={decline} className="sl-card">
            <HiddenField field={plainField('answer')} value="declined" />
            <TextArea
              field={fields.reason}
              label={m.preparation_proposal_reason()}
              help={m.preparation_proposal_reason_help()}
              voice
            />
            <SubmitButton variant="secondary">{m.preparation_proposal_decline()}</SubmitButton>
          </Form>
        </div>
      ) : null}
      <p>
        <Link to={`/visits/${page.visitId}/preparation`}>{m.preparation_to_form()}</Link>
      </p>
    </div>
  )
}
