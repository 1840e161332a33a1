import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { renameVisit } from '#app/features/visits/commands/rename-visit.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { practicalInput } from '#app/features/visits/rules/inputs.ts'
import { useSeenVersion } from '#app/features/visits/ui/useSeenVersion.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, DateField, Form, HiddenField, Section, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => requireCoordinator(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, practicalInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await renameVisit(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}`)
  })
})

type Input = { version: string; title: string; groupSize: string; meetingUrl?: string; preparationDueOn?: string }

export default function PracticalFacts() {
  const { visit, me } = useVisit()
  const version = useSeenVersion()
  const { title, meetingUrl } = visit
  const [form, fields] = useSlForm<Input>(useActionData<typeof action>(), {
    defaultValue: { title, meetingUrl, groupSize: String(visit.groupSize), preparationDueOn: visit.preparationDueOn ?? '' },
  })
  return (
    <Section id="practical" title={m.visits_facts_edit_title()}>
      <Form form={form} className="sl-narrow">
        <HiddenField field={fields.version} value={version} />
        <TextField field={fields.title} label={m.visits_field_title()} help={m.visits_field_title_help()} required />
        <TextField
          field={fields.groupSize}
          label={m.visits_field_group_size()}
          type="number"
          min={1}
          max={60}
          narrow
          required
        />
        {me.coordinates === 'host' ? (
          <>
            <TextField
              field={fields.meetingUrl}
              label={m.visits_field_meeting()}
              help={m.visits_field_meeting_help()}
              type="url"
              optional
            />
            {visit.startsOn ? <DateField field={fields.preparationDueOn} label={m.visits_field_due()} /> : null}
          </>
        ) : null}
        <div className="sl-row">
          <SubmitButton>{m.visits_save()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}`} variant="quiet">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
