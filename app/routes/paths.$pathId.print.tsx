import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { spoken } from '#app/features/paths/rules/spoken.ts'
import { PrintedPath } from '#app/features/paths/ui/PrintedPath.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true, bare: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.path.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, locale, ctx }) => ({
  path: spoken(await findPathFor(actor, params.pathId, ctx), locale),
}))

export default function Print() {
  return <PrintedPath path={useLoaderData<typeof loader>().path} />
}
