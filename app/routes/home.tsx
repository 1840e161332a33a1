import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findGivenFor } from '#app/features/evaluations/queries/find-given.server.ts'
import { GivenCard } from '#app/features/evaluations/ui/given.tsx'
import { listRatingNeedsFor } from '#app/features/mastery/queries/needs.server.ts'
import { RatingNeeds } from '#app/features/mastery/ui/RatingNeeds.tsx'
import { listNeedsFor } from '#app/features/notifications/queries/needs.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { WalkNeeds } from '#app/features/pairs/ui/WalkNeeds.tsx'
import { listTeachingNeedsFor } from '#app/features/teaching/queries/needs.server.ts'
import { TeachingNeeds } from '#app/features/teaching/ui/TeachingNeeds.tsx'
import { listThisWeekFor } from '#app/features/visits/queries/this-week.server.ts'
import { listVisitsFor } from '#app/features/visits/queries/visit-cards.server.ts'
import { Home } from '#app/features/visits/ui/Home.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.common_nav_home()) }]

export const loader = signedIn(async ({ actor, ctx }) => {
  const [needs, week, cards, given, walkNeeds, ratingNeeds, teachingNeeds] = await Promise.all([
    listNeedsFor(actor, ctx),
    listThisWeekFor(actor, ctx),
    listVisitsFor(actor, { scope: 'open', onlyMine: true, limit: 50 }, ctx),
    findGivenFor(actor, ctx),
    listWalkNeedsFor(actor, ctx),
    listRatingNeedsFor(actor, ctx),
    listTeachingNeedsFor(actor, ctx),
  ])
  return { me: actor.id, name: actor.name, now: ctx.now, needs, week, cards, given, walkNeeds, ratingNeeds, teachingNeeds }
})

export default function HomePage() {
  const { me, given, walkNeeds, ratingNeeds, teachingNeeds, ...home } = useLoaderData<typeof loader>()
  useLive(roomOf.person(me), ['needs'])
  const lists = (
    <>
      <WalkNeeds needs={walkNeeds} />
      <RatingNeeds needs={ratingNeeds} />
      <TeachingNeeds needs={teachingNeeds} />
    </>
  )
  const walks = { count: walkNeeds.length + ratingNeeds.length + teachingNeeds.length, list: lists }
  return <Home {...home} hosted={given?.visits ?? 0} given={given ? <GivenCard given={given} /> : null} walks={walks} />
}
