import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { participantInput } from '#app/features/visits/rules/inputs.ts'
import { InvitePersonForm } from '#app/features/visits/ui/InvitePersonForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  await requireCoordinator(actor, idOf('visitId'), ctx)
  return { id: newId() }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, participantInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await inviteParticipant(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/people`)
  })
})

export default function Invitation() {
  const { id } = useLoaderData<typeof loader>()
  return <InvitePersonForm id={id} result={useActionData<typeof action>()} />
}
