import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { agreeDates } from '#app/features/visits/commands/settle-dates.server.ts'
import { listProposalsFor } from '#app/features/visits/queries/overview.server.ts'
import { agreementInput } from '#app/features/visits/rules/inputs.ts'
import { isBefore } from '#app/features/visits/rules/moves.ts'
import { Warnings } from '#app/features/visits/ui/Proposals.tsx'
import { useSeenVersion } from '#app/features/visits/ui/useSeenVersion.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { rangeWords } from '#app/features/visits/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, HiddenField, Section, SubmitButton, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, url, idOf }) => {
  const proposals = await listProposalsFor(actor, idOf('visitId'), ctx)
  const wanted = url.searchParams.get('proposal')
  return { proposal: found(proposals.find((proposal) => proposal.id === wanted && proposal.mayAgree)) }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, agreementInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await agreeDates(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}`)
  })
})

export default function Agreement() {
  const { proposal } = useLoaderData<typeof loader>()
  const { visit } = useVisit()
  const version = useSeenVersion()
  const [form, fields] = useSlForm<{ version: string; proposalId: string }>(useActionData<typeof action>())
  return (
    <Section id="agree" title={m.visits_dates_agree_title({ days: rangeWords(proposal) })}>
      <div className="sl-measure sl-stack sl-proposal">
        <p>{isBefore(visit) ? m.visits_dates_agree_move_text() : m.visits_dates_agree_text()}</p>
        <Warnings proposal={proposal} />
        <Form form={form}>
          <HiddenField field={fields.version} value={version} />
          <HiddenField field={fields.proposalId} value={proposal.id} />
          <div className="sl-row">
            <SubmitButton>{m.visits_dates_agree()}</SubmitButton>
            <ButtonLink to={`/visits/${visit.id}/dates`} variant="quiet">
              {m.visits_back_dates()}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </Section>
  )
}
