import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findDoneFor } from '#app/features/pairs/queries/writing.server.ts'
import { DoneSection } from '#app/features/pairs/ui/DoneSection.tsx'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { sheetOf } from '#app/features/paths/reference.server.ts'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import { spoken } from '#app/features/paths/rules/spoken.ts'
import { ActivityPage } from '#app/features/paths/ui/ActivityPage.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.activity.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, locale, ctx }) => {
  const path = await findPathFor(actor, params.pathId, ctx)
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
    sheet: named('tool' in activity && activity.tool ? sheetOf(activity.tool) : undefined),
  }
})

export default function Activity() {
  const { doneAt, ...page } = useLoaderData<typeof loader>()
  const { path, module, activity } = page
  const address = addressOf(path.id, module.id, activity.id)
  return <ActivityPage {...page} done={doneAt === false ? null : <DoneSection address={address} doneAt={doneAt} />} />
}
