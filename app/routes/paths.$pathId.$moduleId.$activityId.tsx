import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findDoneFor } from '#app/features/paths/queries/writing.server.ts'
import { activityOf, moduleOf, pathOf, sheetOf } from '#app/features/paths/reference.server.ts'
import { spoken } from '#app/features/paths/rules/spoken.ts'
import { ActivityPage } from '#app/features/paths/ui/ActivityPage.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.activity.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, locale, ctx }) => {
  const path = pathOf(params.pathId)
  const { module } = moduleOf(path, params.moduleId)
  const { activity, track, before, after } = activityOf(module, params.activityId)
  const named = (one: { id: string; title: typeof path.title } | undefined) =>
    one ? spoken({ id: one.id, title: one.title }, locale) : null
  return {
    path: spoken({ id: path.id, title: path.title }, locale),
    module: spoken({ id: module.id, title: module.title }, locale),
    activity: spoken(activity, locale),
    track,
    before: named(before),
    after: named(after),
    doneAt: await findDoneFor(actor, { pathId: path.id, moduleId: module.id, activityId: activity.id }, ctx),
    sheet: named(activity.tool ? sheetOf(activity.tool) : undefined),
  }
})

export default function Activity() {
  return <ActivityPage {...useLoaderData<typeof loader>()} />
}
