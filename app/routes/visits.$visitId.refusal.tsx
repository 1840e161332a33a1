import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { similarHosts } from '#app/features/units/queries/offers.server.ts'
import { declineVisit } from '#app/features/visits/commands/answer-visit.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { findVisitPageFor } from '#app/features/visits/queries/visit-page.server.ts'
import { refusalInput } from '#app/features/visits/rules/inputs.ts'
import { AnswerForm } from '#app/features/visits/ui/AnswerForms.tsx'
import { useSeenVersion } from '#app/features/visits/ui/useSeenVersion.ts'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  await requireCoordinator(actor, idOf('visitId'), ctx)
  const { host } = await findVisitPageFor(actor, idOf('visitId'), ctx)
  const similar = await similarHosts(host.id, ctx)
  return { referrals: similar.map(({ id, name, city }) => ({ id, name, place: city })) }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, refusalInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await declineVisit(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}`)
  })
})

export default function Refusal() {
  const { visit } = useVisit()
  const { referrals } = useLoaderData<typeof loader>()
  const version = useSeenVersion()
  return (
    <AnswerForm
      visitId={visit.id}
      version={version}
      title={m.visits_decline_title()}
      text={m.visits_decline_text()}
      send={m.visits_decline_send()}
      danger
      referrals={referrals}
    />
  )
}
