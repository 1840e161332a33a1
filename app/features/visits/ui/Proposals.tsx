// The days on the table: what speaks against them, who says that they fit, and what this side can do about them.
import { useActionData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  Card,
  Chip,
  Form,
  HiddenField,
  plainField,
  RadioField,
  Section,
  SubmitButton,
  useSlForm,
} from '#app/ui/index.ts'
import type { ProposalThere } from '../queries/overview.server.ts'
import type { Side } from '../rules/words.ts'
import { rangeWords, warningWords } from './words.ts'

/** Both sides' days, the other side's first: those are the ones to answer. */
export function ProposalsOnTable({
  visitId,
  version,
  proposals,
  side,
}: {
  visitId: string
  version: number
  proposals: readonly ProposalThere[]
  side: Side | null
}) {
  const sides: Side[] = side === 'host' ? ['guest', 'host'] : ['host', 'guest']
  const toMark = proposals.filter((proposal) => proposal.mayMark)
  // One primary button: agreeing, as soon as there are days that fit both sides.
  const best = proposals.find((proposal) => proposal.mayAgree && proposal.fits === true)
  return (
    <>
      {toMark.length > 0 ? <MarkForm version={version} proposals={toMark} visitId={visitId} primary={!best} /> : null}
      {sides.map((each) => {
        const theirs = proposals.filter((proposal) => proposal.side === each && !proposal.mayMark)
        if (theirs.length === 0) return null
        return (
          <Section key={each} id={`from-${each}`} title={titleOf(each)}>
            <Card>
              {theirs.map((proposal) => (
                <Proposal key={proposal.id} proposal={proposal}>
                  {proposal.mayAgree && proposal.fits !== false ? (
                    <AgreeLink visitId={visitId} proposal={proposal} primary={proposal === best} />
                  ) : null}
                </Proposal>
              ))}
            </Card>
          </Section>
        )
      })}
    </>
  )
}

function titleOf(side: Side): string {
  return side === 'guest' ? m.visits_dates_proposed_guest() : m.visits_dates_proposed_host()
}

function AgreeLink({ visitId, proposal, primary }: { visitId: string; proposal: ProposalThere; primary?: boolean }) {
  return (
    <p>
      <ButtonLink
        to={`/visits/${visitId}/agreement?proposal=${proposal.id}`}
        variant={primary ? 'primary' : 'secondary'}
        size="small"
        about={rangeWords(proposal)}
      >
        {m.visits_dates_agree()}
      </ButtonLink>
    </p>
  )
}

function MarkForm({
  visitId,
  version,
  proposals,
  primary,
}: {
  visitId: string
  version: number
  proposals: readonly ProposalThere[]
  primary: boolean
}) {
  const [form, fields] = useSlForm<{ version: string; marks: { id: string; fits: string }[] }>(useActionData(), {
    id: 'marks',
    defaultValue: { version: String(version), marks: proposals.map(({ id }) => ({ id, fits: '' })) },
  })
  const marks = fields.marks.getFieldList()
  return (
    <Section id="marks-title" title={titleOf(proposals[0]?.side ?? 'guest')}>
      <Card>
        <Form form={form}>
          <HiddenField field={fields.version} value={String(version)} />
          {proposals.map((proposal, index) => {
            const mark = marks[index]?.getFieldset()
            return (
              <div className="sl-proposal" key={proposal.id}>
                <input type="hidden" name={`marks[${index}].id`} value={proposal.id} />
                <RadioField
                  field={mark?.fits ?? plainField(`marks[${index}].fits`)}
                  label={m.visits_dates_mark_legend({ days: rangeWords(proposal) })}
                  row
                  choices={[
                    { value: 'yes', label: m.visits_dates_mark_yes() },
                    { value: 'no', label: m.visits_dates_mark_no() },
                  ]}
                />
                <Warnings proposal={proposal} />
                {proposal.mayAgree ? <AgreeLink visitId={visitId} proposal={proposal} /> : null}
              </div>
            )
          })}
          <div>
            <SubmitButton variant={primary ? 'primary' : 'secondary'}>{m.visits_dates_mark_send()}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  )
}

function Proposal({ proposal, children }: { proposal: ProposalThere; children: React.ReactNode }) {
  return (
    <div className="sl-proposal">
      <div className="sl-row sl-row--between">
        <b>{rangeWords(proposal)}</b>
        <FitChip fits={proposal.fits} />
      </div>
      <Warnings proposal={proposal} />
      {children}
    </div>
  )
}

function FitChip({ fits }: { fits: boolean | null }) {
  if (fits === null) return <Chip tone="quiet">{m.visits_dates_unmarked()}</Chip>
  return fits ? <Chip glyph="agreed">{m.visits_dates_fits()}</Chip> : <Chip glyph="asked">{m.visits_dates_fits_not()}</Chip>
}

/** What speaks against the days, as sentences. */
export function Warnings({ proposal }: { proposal: Pick<ProposalThere, 'warnings'> }) {
  if (proposal.warnings.length === 0) return null
  return (
    <ul>
      {proposal.warnings.map((warning) => (
        <li key={JSON.stringify(warning)}>{warningWords(warning)}</li>
      ))}
    </ul>
  )
}
