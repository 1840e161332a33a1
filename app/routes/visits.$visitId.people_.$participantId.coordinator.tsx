import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { setCoordinator } from '#app/features/visits/commands/seat-people.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, Section, useSlForm } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => requireCoordinator(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, z.object({ isCoordinator: z.enum(['yes', 'no']) }))
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const isCoordinator = form.value.isCoordinator === 'yes'
    await setCoordinator(actor, { visitId, participantId: idOf('participantId'), isCoordinator }, ctx)
    return redirect(`/visits/${visitId}/people`)
  })
})

/** Shown only when handing over was refused: why, and the way back. */
export default function Coordinator() {
  const { visit } = useVisit()
  const [form] = useSlForm(useActionData<typeof action>())
  return (
    <Section id="coordinator" title={m.visits_people_hand_over()}>
      <Form form={form}>
        <div>
          <ButtonLink to={`/visits/${visit.id}/people`} variant="secondary">
            {m.visits_back()}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
