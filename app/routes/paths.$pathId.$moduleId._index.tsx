import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { findWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import { findReflectionFor } from '#app/features/pairs/queries/writing.server.ts'
import { moduleWalked } from '#app/features/pairs/ui/walked.tsx'
import { nextView, walkOn } from '#app/features/pairs/views.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import { ModulePage } from '#app/features/paths/ui/ModulePage.tsx'
import { moduleView } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.module.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const reading = await findReadingFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const { path } = reading
  const { module, number } = moduleOf(path, params.moduleId)
  const [walk, reflection] = await Promise.all([
    findWalkFor(actor, reading, ctx),
    findReflectionFor(actor, { pathId: path.id, moduleId: module.id }, ctx),
  ])
  const next = nextView(path, walk?.next ?? null, locale)
  return { ...moduleView(path, module, locale), number, walk: walkOn(walk, module.id), next, reflection }
})

export default function Module() {
  const { walk, next, reflection, ...page } = useLoaderData<typeof loader>()
  return <ModulePage {...page} walked={moduleWalked({ ...page, walk, next, reflection })} />
}
