import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findWalkFor } from '#app/features/paths/queries/walk.server.ts'
import { findReflectionFor } from '#app/features/paths/queries/writing.server.ts'
import { moduleOf, pathOf } from '#app/features/paths/reference.server.ts'
import { ModulePage } from '#app/features/paths/ui/ModulePage.tsx'
import { moduleView, nextView } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.module.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const path = pathOf(params.pathId)
  const { module, number } = moduleOf(path, params.moduleId)
  const walk = await findWalkFor(actor, { pathId: path.id, pairId: url.searchParams.get('pair') }, ctx)
  const reflection = await findReflectionFor(actor, { pathId: path.id, moduleId: module.id }, ctx)
  const next = nextView(path, walk?.next ?? null, locale)
  return { ...moduleView(path, module, locale), number, walk, next, reflection }
})

export default function Module() {
  return <ModulePage {...useLoaderData<typeof loader>()} />
}
