import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteOrPropose } from '#app/features/preparation/commands/change-visit.server.ts'
import { mustPropose } from '#app/features/preparation/queries/must-propose.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { participantInput } from '#app/features/visits/rules/inputs.ts'
import { InvitePersonForm } from '#app/features/visits/ui/InvitePersonForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  await requireCoordinator(actor, idOf('visitId'), ctx)
  return { id: newId(), proposes: await mustPropose(actor, idOf('visitId'), ctx) }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, participantInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const outcome = await inviteOrPropose(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/${outcome === 'proposed' ? 'preparation?done=proposed' : 'people'}`)
  })
})

export default function Invitation() {
  return <InvitePersonForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
