import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { findWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import { pathWalked } from '#app/features/pairs/ui/walked.tsx'
import { nextView, walkOn } from '#app/features/pairs/views.ts'
import { findVersionFactsFor } from '#app/features/paths/queries/version-facts.server.ts'
import { sheets } from '#app/features/paths/reference.server.ts'
import { PathOverview } from '#app/features/paths/ui/PathOverview.tsx'
import { overviewOf } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.path.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const reading = await findReadingFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const { path, edition, pair } = reading
  const [walk, version] = await Promise.all([
    findWalkFor(actor, reading, ctx),
    findVersionFactsFor(actor, { path, edition, walks: pair !== null }, ctx),
  ])
  const next = nextView(path, walk?.next ?? null, locale)
  return { ...overviewOf(path, sheets, locale), version, walk: walkOn(walk, null), next }
})

export default function Overview() {
  const { walk, next, ...overview } = useLoaderData<typeof loader>()
  return <PathOverview {...overview} walked={pathWalked({ walk, next }, overview.path.id)} />
}
