// Changes that the guests proposed after sending: before and after, who, and what the hosts answered.
import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ButtonLink, Chip, Section, StatusChip, SubmitButton } from '#app/ui/index.ts'
import type { FormDefinition, FormPart } from '../definition.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import type { Proposal } from '../words.ts'
import { formWords } from './FormSections.tsx'

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
  const isWritten = proposal.subject !== 'visit' && proposal.subject !== 'person'
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
          <FieldLabel proposal={proposal} form={form} field={field} />
          <div className="sl-grid sl-grid--2">
            {proposal.kind === 'add' ? null : (
              <Side
                label={m.preparation_proposal_before()}
                text={wordsIn(proposal, form, field, proposal.before?.[field])}
                lang={isWritten ? proposal.language : undefined}
              />
            )}
            <Side
              label={m.preparation_proposal_after()}
              text={proposal.after ? wordsIn(proposal, form, field, proposal.after[field]) : null}
              lang={isWritten ? proposal.language : undefined}
            />
          </div>
        </div>
      ))}
      {proposal.reason ? <p className="sl-voice">{proposal.reason}</p> : null}
    </>
  )
}

function FieldLabel({ proposal, form, field }: { proposal: Proposal; form: FormDefinition; field: string }) {
  const words = proposal.subject === 'work' ? partOf(form, field)?.text[getLocale()] : factWords[field]?.()
  return words && proposal.subject !== 'answer' && proposal.subject !== 'goal' ? <p className="sl-label">{words}</p> : null
}

/** Fields of a visit and of a person, by the name they have in a proposal. */
const factWords: Record<string, () => string> = {
  title: m.preparation_proposal_fact_title,
  form: m.preparation_proposal_fact_form,
  groupSize: m.preparation_proposal_fact_size,
  name: m.preparation_person_name,
  profession: m.preparation_person_profession,
  organisation: m.preparation_person_organisation,
}

function Side({ label, text, lang }: { label: string; text: string | null; lang: string | undefined }) {
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
  if (proposal.subject === 'visit') return m.preparation_proposal_facts()
  if (proposal.subject === 'person') return m.preparation_proposal_person()
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

/** A chosen status and a form of visit are shown in the reader's words, everything else as it was written. */
function wordsIn(proposal: Proposal, form: FormDefinition, field: string, text: string | undefined): string {
  if (proposal.subject === 'visit' && field === 'form') return formWords[text as keyof typeof formWords]()
  const option = partsOf(form)
    .flatMap((part) => part.options ?? [])
    .find((each) => each.value === text)
  return option ? option.text[getLocale()] : (text ?? '')
}
