import { redirect } from '@remix-run/node'
import { withdrawVisit } from '#app/features/visits/commands/answer-visit.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { endingInput } from '#app/features/visits/rules/inputs.ts'
import { AnswerForm } from '#app/features/visits/ui/AnswerForms.tsx'
import { useSeenVersion } from '#app/features/visits/ui/useSeenVersion.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'

export const loader = signedIn(async ({ actor, ctx, idOf }) => requireCoordinator(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, endingInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await withdrawVisit(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}`)
  })
})

export default function Withdrawal() {
  const { visit } = useVisit()
  const version = useSeenVersion()
  return (
    <AnswerForm
      visitId={visit.id}
      version={version}
      title={m.visits_withdraw_title()}
      text={m.visits_withdraw_text()}
      send={m.visits_withdraw_send()}
      danger
    />
  )
}
