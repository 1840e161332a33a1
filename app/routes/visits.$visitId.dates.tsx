import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { markDates } from '#app/features/visits/commands/settle-dates.server.ts'
import { listProposalsFor } from '#app/features/visits/queries/overview.server.ts'
import { marksInput } from '#app/features/visits/rules/inputs.ts'
import { isBefore, isOpenForDates } from '#app/features/visits/rules/moves.ts'
import { Inquiry } from '#app/features/visits/ui/AboutVisit.tsx'
import { AgreedDays, OtherAnswers } from '#app/features/visits/ui/AgreedDays.tsx'
import { NewDays } from '#app/features/visits/ui/NewDays.tsx'
import { ProposalsOnTable } from '#app/features/visits/ui/Proposals.tsx'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Columns } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => ({
  proposals: await listProposalsFor(actor, idOf('visitId'), ctx),
}))

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, marksInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await markDates(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/dates`)
  })
})

export default function Dates() {
  const { proposals } = useLoaderData<typeof loader>()
  const page = useVisit()
  const { visit, me } = page
  const open = isOpenForDates(visit)
  return (
    <Columns
      label={m.visits_answer_title()}
      side={
        <>
          <OtherAnswers page={page} />
          {open && me.inside ? <Inquiry page={page} /> : null}
        </>
      }
    >
      <AgreedDays page={page} />
      {isBefore(visit) ? <NewDays page={page} proposals={proposals} /> : null}
      {open ? <ProposalsOnTable visitId={visit.id} version={visit.version} proposals={proposals} side={me.side} /> : null}
      {open && proposals.length === 0 ? <p>{m.visits_dates_none()}</p> : null}
      {open && me.coordinates ? (
        <p>
          <ButtonLink to={`/visits/${visit.id}/proposals`} variant="secondary">
            {m.visits_dates_propose()}
          </ButtonLink>
        </p>
      ) : null}
    </Columns>
  )
}
