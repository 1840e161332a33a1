import { useLoaderData } from '@remix-run/react'
import { readKnownAbove } from '#app/features/notifications/queries/step-facts.server.ts'
import { findOverviewFor } from '#app/features/visits/queries/overview.server.ts'
import { isBefore } from '#app/features/visits/rules/moves.ts'
import { AboutVisit, Inquiry } from '#app/features/visits/ui/AboutVisit.tsx'
import { LeftBefore } from '#app/features/visits/ui/LeftBefore.tsx'
import { NextStepCard } from '#app/features/visits/ui/NextStepCard.tsx'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { WhoMeets } from '#app/features/visits/ui/WhoMeets.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Columns, Notice } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const above = await readKnownAbove(actor, idOf('visitId'), ctx)
  const overview = await findOverviewFor(actor, idOf('visitId'), above, ctx)
  return { ...overview, name: actor.name }
})

export default function Overview() {
  const { step, checklist, name } = useLoaderData<typeof loader>()
  const page = useVisit()
  const { visit } = page
  return (
    <Columns
      label={m.visits_about()}
      side={
        <>
          <WhoMeets page={page} />
          {isBefore(visit) && checklist.length > 0 ? (
            <LeftBefore visitId={visit.id} lines={checklist} zone={visit.timeZone} />
          ) : null}
          <AboutVisit page={page} />
        </>
      }
    >
      {page.me.inside ? <NextStepCard page={page} step={step} name={name} /> : <Notice>{m.visits_look_on()}</Notice>}
      {page.me.inside ? <Inquiry page={page} /> : null}
    </Columns>
  )
}
