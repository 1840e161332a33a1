import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { correctSeatInvitation } from '#app/features/visits/commands/renew-invitation.server.ts'
import { findWaitingSeatFor } from '#app/features/visits/queries/waiting.server.ts'
import { correctionInput } from '#app/features/visits/rules/inputs.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, Section, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  return findWaitingSeatFor(actor, { visitId: idOf('visitId'), participantId: idOf('participantId') }, ctx)
})

export const action = signedIn(async ({ actor, ctx, request, idOf, ip }) => {
  const [visitId, participantId] = [idOf('visitId'), idOf('participantId')]
  const form = await readForm(request, correctionInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await takeTry(ctx, 'invitation', { ip, address: participantId })
    await correctSeatInvitation(actor, { visitId, participantId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/people?renewed=${participantId}`)
  })
})

export default function Correction() {
  const invited = useLoaderData<typeof loader>()
  const { visit } = useVisit()
  const [form, fields] = useSlForm<{ name: string; email: string }>(useActionData<typeof action>(), { defaultValue: invited })
  return (
    <Section id="correction" title={m.visits_people_correct_title({ name: invited.name })}>
      <p className="sl-lede">{m.visits_people_correct_text()}</p>
      <Form form={form} className="sl-narrow">
        <TextField field={fields.name} label={m.visits_people_name()} required />
        <TextField field={fields.email} label={m.visits_people_email()} type="email" required />
        <div className="sl-row">
          <SubmitButton>{m.visits_people_correct_send()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}/people`} variant="quiet">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
