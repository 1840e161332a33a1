import { redirect } from '@remix-run/node'
import { keepDates } from '#app/features/visits/commands/move-dates.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { endingInput } from '#app/features/visits/rules/inputs.ts'
import { AnswerForm } from '#app/features/visits/ui/AnswerForms.tsx'
import { otherName } from '#app/features/visits/ui/NextStepCard.tsx'
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
    await keepDates(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/dates`)
  })
})

export default function KeepDates() {
  const page = useVisit()
  const version = useSeenVersion()
  return (
    <AnswerForm
      visitId={page.visit.id}
      version={version}
      title={m.visits_dates_new_keep()}
      text={m.visits_dates_new_keep_text({ other: otherName(page) })}
      send={m.visits_dates_new_keep_send()}
    />
  )
}
