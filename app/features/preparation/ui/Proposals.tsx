// Changes that the guests proposed after sending: before and after, who, and what the hosts answered.
import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ButtonLink, Chip, Section, StatusChip, SubmitButton } from '#app/ui/index.ts'
import type { FormDefinition, FormPart } from '../definition.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import type { Proposal } from '../words.ts'

export function Proposals({ page }: { page: PreparationPage }) {
  if (page.proposals.length === 0) return null
  return (
    <Section id="proposals" title={m.preparation_proposals()}>
      <div className="sl-grid">
        {page.proposals.map((proposal) => (
          <article className="sl-card sl-stack" key={proposal.id}>
            <ProposalWords proposal={proposal} form={page.form} timeZone={page.timeZone} level={3} />
            {proposal.answer ? null : (
              <div className="sl-row">
                {page.may.answer ? (
                  <ButtonLink variant="secondary" to={`/visits/${page.visitId}/preparation/proposals/${proposal.id}`}>
                    {m.preparation_proposal_answer()}
                  </ButtonLink>
                ) : null}
                {proposal.mayTakeBack ? (
                  <Form method="post" action={`/visits/${page.visitId}/preparation/proposals/${proposal.id}/withdrawal`}>
                    <SubmitButton variant="quiet">{m.preparation_proposal_take_back()}</SubmitButton>
                  </Form>
                ) : null}
              </div>
            )}
          </article>
        ))}
      </div>
    </Section>
  )
}

export function ProposalWords({
  proposal,
  form,
  timeZone,
  level,
}: {
  proposal: Proposal
  form: FormDefinition
  timeZone: string
  level: 2 | 3
}) {
  const Heading = `h${level}` as const
  const fields = Object.keys(proposal.after ?? proposal.before ?? {}).filter(
    (field) => proposal.kind === 'change' || proposal.after?.[field] || proposal.before?.[field],
  )
  return (
    <>
      <div className="sl-row sl-row--between">
        <Heading>{titleOf(proposal, form)}</Heading>
        <AnswerChip proposal={proposal} />
      </div>
      <p className="sl-meta">
        {m.preparation_proposal_by({
          name: proposal.proposedByName,
          time: formatInstant(new Date(proposal.proposedAt), timeZone),
        })}
      </p>
      {fields.map((field) => (
        <div key={field} className="sl-stack-s">
          {proposal.subject === 'work' ? <p className="sl-label">{partOf(form, field)?.text[getLocale()]}</p> : null}
          <div className="sl-grid sl-grid--2">
            {proposal.kind === 'add' ? null : (
              <Side
                label={m.preparation_proposal_before()}
                text={wordsIn(form, proposal.before?.[field])}
                lang={proposal.language}
              />
            )}
            <Side
              label={m.preparation_proposal_after()}
              text={proposal.after ? wordsIn(form, proposal.after[field]) : null}
              lang={proposal.language}
            />
          </div>
        </div>
      ))}
      {proposal.reason ? <p className="sl-voice">{proposal.reason}</p> : null}
    </>
  )
}

function Side({ label, text, lang }: { label: string; text: string | null; lang: string }) {
  return (
    <div className="sl-prep__side">
      <p className="sl-meta">{label}</p>
      {text === null ? (
        <p>{m.preparation_proposal_withdrawn()}</p>
      ) : text.trim() ? (
        <p className="sl-voice" lang={lang}>
          {text}
        </p>
      ) : (
        <p>{m.preparation_proposal_nothing()}</p>
      )}
    </div>
  )
}

function AnswerChip({ proposal }: { proposal: Proposal }) {
  if (proposal.answer === 'accepted') return <StatusChip status="met">{m.preparation_proposal_accepted()}</StatusChip>
  if (proposal.answer === 'declined') return <StatusChip status="not-met">{m.preparation_proposal_declined()}</StatusChip>
  return <Chip>{m.preparation_proposal_waits()}</Chip>
}

function titleOf(proposal: Proposal, form: FormDefinition): string {
  if (proposal.subject === 'answer') {
    const field = form.sections.flatMap((section) => section.fields).find((each) => each.id === proposal.subjectId)
    return field?.text[getLocale()] ?? proposal.subjectId
  }
  const isNew = proposal.kind === 'add'
  if (proposal.subject === 'goal') return isNew ? m.preparation_proposal_new_goal() : m.preparation_proposal_goal()
  return isNew ? m.preparation_proposal_new_work() : m.preparation_proposal_work()
}

function partsOf(form: FormDefinition): FormPart[] {
  const works = form.sections.flatMap((section) => section.fields).find((field) => field.type === 'works')
  return works?.type === 'works' ? works.parts : []
}

function partOf(form: FormDefinition, field: string): FormPart | undefined {
  return partsOf(form).find((part) => part.id === field)
}

/** A chosen status and a tick are shown in the reader's words, everything else as it was written. */
function wordsIn(form: FormDefinition, text: string | undefined): string {
  const option = partsOf(form)
    .flatMap((part) => part.options ?? [])
    .find((each) => each.value === text)
  return option ? option.text[getLocale()] : (text ?? '')
}
