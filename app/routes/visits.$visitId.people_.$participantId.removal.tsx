import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { removeParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import { findVisitPageFor } from '#app/features/visits/queries/visit-page.server.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, Section, SubmitButton, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const { people } = await findVisitPageFor(actor, idOf('visitId'), ctx)
  const { name, isMe } = found(people.find((person) => person.id === idOf('participantId')))
  return { name, isMe }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, z.object({}))
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const { left } = await removeParticipant(actor, { visitId, participantId: idOf('participantId') }, ctx)
    return redirect(left ? '/visits' : `/visits/${visitId}/people`)
  })
})

export default function Removal() {
  const { name, isMe } = useLoaderData<typeof loader>()
  const { visit } = useVisit()
  const [form] = useSlForm(useActionData<typeof action>())
  return (
    <Section id="removal" title={isMe ? m.visits_people_leave_title() : m.visits_people_remove_title({ name })}>
      <p className="sl-measure">{isMe ? m.visits_people_leave_text() : m.visits_people_remove_text({ name })}</p>
      <Form form={form}>
        <div className="sl-row">
          <SubmitButton variant="danger">{isMe ? m.visits_people_leave() : m.visits_people_remove()}</SubmitButton>
          <ButtonLink to={`/visits/${visit.id}/people`} variant="quiet">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
