import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listVersionsWalkedFor } from '#app/features/pairs/queries/reading.server.ts'
import { type Asked, findChangesFor } from '#app/features/paths/queries/changes.server.ts'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { ChangesPage } from '#app/features/paths/ui/ChangesPage.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_changes()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const { pathId } = params
  const path = await findPathFor(actor, pathId, ctx)
  const walked = await listVersionsWalkedFor(actor, path.id, ctx)
  const changes = await findChangesFor(actor, { pathId, asked: askedIn(url.searchParams), locale, walked }, ctx)
  return { path: { id: path.id, title: path.title[languageFor(path.languages, locale)] }, changes }
})

function askedIn(search: URLSearchParams): Asked {
  const other = search.get('with')
  if (other === 'source' || other === 'news') return { kind: other }
  const version = (name: string) => (/^\d{1,6}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : undefined)
  return { kind: 'versions', from: version('from'), to: version('to') }
}

export default function ChangesRoute() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />
}
