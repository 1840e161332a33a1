import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findWalkFor } from '#app/features/paths/queries/walk.server.ts'
import { pathOf, sheets } from '#app/features/paths/reference.server.ts'
import { PathOverview } from '#app/features/paths/ui/PathOverview.tsx'
import { nextView, overviewOf } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.path.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const path = pathOf(params.pathId)
  const walk = await findWalkFor(actor, { pathId: path.id, pairId: url.searchParams.get('pair') }, ctx)
  return { ...overviewOf(path, sheets, locale), walk, next: nextView(path, walk?.next ?? null, locale) }
})

export default function Overview() {
  return <PathOverview {...useLoaderData<typeof loader>()} />
}
