import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { findVisitPageFor } from '#app/features/visits/queries/visit-page.server.ts'
import { trailOf } from '#app/features/visits/ui/crumbs.ts'
import { VisitHead } from '#app/features/visits/ui/VisitHead.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'
import { m } from '#app/paraglide/messages.js'
import { Page } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

/** The page within the visit first: that is what tells two tabs apart. */
export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: pageTitle(m.visits_title()) }]
  const { id, title } = data.page.visit
  const here = trailOf(location.pathname, id).at(-1)?.label
  return [{ title: pageTitle(here ? `${here} – ${title}` : title) }]
}

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  return { page: await findVisitPageFor(actor, idOf('visitId'), ctx), now: ctx.now }
})

export default function Visit() {
  const { page, now } = useLoaderData<typeof loader>()
  useLive(roomOf.visit(page.visit.id), ['visit', 'people'])
  return (
    <Page>
      <VisitHead page={page} now={now} />
      <Outlet />
    </Page>
  )
}
