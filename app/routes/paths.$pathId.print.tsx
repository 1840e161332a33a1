import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { languageFor, spoken } from '#app/features/paths/rules/spoken.ts'
import { PrintedPath } from '#app/features/paths/ui/PrintedPath.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true, bare: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.path.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const { path } = await findReadingFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const language = languageFor(path.languages, locale)
  return { language, path: spoken(path, language) }
})

export default function Print() {
  return <PrintedPath {...useLoaderData<typeof loader>()} />
}
