import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { moduleOf, pathOf } from '#app/features/paths/reference.server.ts'
import { ModulePage } from '#app/features/paths/ui/ModulePage.tsx'
import { moduleView } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.module.title ?? m.paths_title()) }]

export const loader = open(async ({ params, locale }) => {
  const path = pathOf(params.pathId)
  const { module, number } = moduleOf(path, params.moduleId)
  return { ...moduleView(path, module, locale), number }
})

export default function Module() {
  return <ModulePage {...useLoaderData<typeof loader>()} />
}
