import { useLoaderData } from '@remix-run/react'
import { findLatestPostsFor } from '#app/features/blogs/queries/pages.server.ts'
import { LatestPosts } from '#app/features/blogs/ui/LatestPosts.tsx'
import { findLearningFor } from '#app/features/evaluations/queries/find-learning.server.ts'
import { readKnownAbove } from '#app/features/notifications/queries/step-facts.server.ts'
import { WhatWeLearn } from '#app/features/preparation/ui/WhatWeLearn.tsx'
import { findOverviewFor } from '#app/features/visits/queries/overview.server.ts'
import { isBefore, isOpenForDates } from '#app/features/visits/rules/moves.ts'
import { AboutVisit, Inquiry } from '#app/features/visits/ui/AboutVisit.tsx'
import { LeftBefore } from '#app/features/visits/ui/LeftBefore.tsx'
import { NextStepCard } from '#app/features/visits/ui/NextStepCard.tsx'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { WhoMeets } from '#app/features/visits/ui/WhoMeets.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Columns, Notice } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const [overview, learning, blog] = await Promise.all([
    findOverviewFor(actor, visitId, readKnownAbove(actor, visitId, ctx), ctx),
    findLearningFor(actor, visitId, ctx),
    findLatestPostsFor(actor, visitId, ctx),
  ])
  return { ...overview, name: actor.name, learning, blog }
})

export default function Overview() {
  const { step, checklist, name, learning, blog } = useLoaderData<typeof loader>()
  const page = useVisit()
  const { visit, me } = page
  const settled = !isOpenForDates(visit) && visit.startsOn !== null
  return (
    <Columns
      label={m.visits_about()}
      side={
        <>
          <WhoMeets page={page} />
          {isBefore(visit) && checklist.length > 0 ? (
            <LeftBefore visitId={visit.id} lines={checklist} zone={visit.timeZone} />
          ) : null}
          {settled && blog ? <LatestPosts {...blog} /> : null}
          <AboutVisit page={page} />
        </>
      }
    >
      {me.inside ? <NextStepCard page={page} step={step} name={name} /> : <Notice>{m.visits_look_on()}</Notice>}
      {settled && learning ? (
        <WhatWeLearn
          visitId={visit.id}
          learning={learning}
          mayAdd={isBefore(visit) && me.takesPart}
          mySide={me.side}
          programmeOpen={isBefore(visit) || visit.status === 'under_way'}
        />
      ) : null}
      {me.inside && !settled ? <Inquiry page={page} /> : null}
    </Columns>
  )
}
