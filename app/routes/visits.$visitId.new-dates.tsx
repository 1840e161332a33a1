import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { proposeNewDates } from '#app/features/visits/commands/move-dates.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { rangeOf } from '#app/features/visits/rules/dates.ts'
import { newDatesInput } from '#app/features/visits/rules/inputs.ts'
import { otherName } from '#app/features/visits/ui/NextStepCard.tsx'
import { type RangeInput, rangeFields } from '#app/features/visits/ui/RangeRows.tsx'
import { useSeenVersion } from '#app/features/visits/ui/useSeenVersion.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, HiddenField, Section, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => requireCoordinator(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, newDatesInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await proposeNewDates(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/dates`)
  })
})

type Input = Required<RangeInput> & { version: string; reason: string }

export default function NewDates() {
  const page = useVisit()
  const { visit } = page
  const version = useSeenVersion()
  const [form, fields] = useSlForm<Input>(useActionData<typeof action>(), { defaultValue: { ...rangeOf(visit) } })
  return (
    <Section id="new-dates" title={m.visits_dates_change_title()}>
      <p className="sl-lede">{m.visits_dates_change_lead({ other: otherName(page) })}</p>
      <Form form={form} className="sl-narrow">
        <HiddenField field={fields.version} value={version} />
        {rangeFields({ fields })}
        <TextArea field={fields.reason} label={m.visits_field_reason()} voice />
        <div className="sl-row">
          <SubmitButton>{m.visits_dates_change_send()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}/dates`} variant="quiet">
            {m.visits_back_dates()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
