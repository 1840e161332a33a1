import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { proposeDates } from '#app/features/visits/commands/settle-dates.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { proposalsInput } from '#app/features/visits/rules/inputs.ts'
import { emptyRange, type RangeInput, rangeRows } from '#app/features/visits/ui/RangeRows.tsx'
import { useSeenVersion } from '#app/features/visits/ui/useSeenVersion.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, HiddenField, Section, SubmitButton, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => requireCoordinator(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, proposalsInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await proposeDates(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/dates`)
  })
})

export default function Proposals() {
  const { visit } = useVisit()
  const version = useSeenVersion()
  const [form, fields] = useSlForm<{ version: string; ranges: RangeInput[] }>(useActionData<typeof action>(), {
    defaultValue: { ranges: [emptyRange] },
  })
  return (
    <Section id="propose" title={m.visits_dates_propose_title()}>
      <p className="sl-lede">{m.visits_dates_propose_lead()}</p>
      <Form form={form} className="sl-narrow">
        <HiddenField field={fields.version} value={version} />
        {rangeRows({ form, list: fields.ranges })}
        <div className="sl-row">
          <SubmitButton>{m.visits_dates_propose_send()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}/dates`} variant="quiet">
            {m.visits_back_dates()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
