import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pathOf, sheets } from '#app/features/paths/reference.server.ts'
import { PathOverview } from '#app/features/paths/ui/PathOverview.tsx'
import { overviewOf } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.path.title ?? m.paths_title()) }]

export const loader = open(async ({ params, locale }) => overviewOf(pathOf(params.pathId), sheets, locale))

export default function Overview() {
  return <PathOverview {...useLoaderData<typeof loader>()} />
}
