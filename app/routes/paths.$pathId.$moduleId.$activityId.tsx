import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOpenRatingsFor } from '#app/features/mastery/queries/needs.server.ts'
import { RateHere } from '#app/features/mastery/ui/RatingNeeds.tsx'
import { findWorkAtFor } from '#app/features/pairs/queries/pair-work.server.ts'
import { findOwnWorkFor } from '#app/features/pairs/queries/practice.server.ts'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { findDoneFor, otherWalkerAt } from '#app/features/pairs/queries/writing.server.ts'
import { DoneSection, OthersStep } from '#app/features/pairs/ui/DoneSection.tsx'
import { OwnWork } from '#app/features/pairs/ui/work/OwnWork.tsx'
import { workLine } from '#app/features/pairs/work-view.ts'
import { ActivityPage } from '#app/features/paths/ui/ActivityPage.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { activityView } from '#app/features/paths/views.server.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.activity.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const { path, pair } = await findReadingFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const view = activityView(path, params, locale)
  const place = { pathId: path.id, moduleId: view.module.id, activityId: view.activity.id }
  const ratings = view.sheet?.id.startsWith('self_rating') ? await listOpenRatingsFor(actor, path.id, ctx) : []
  const work = await findWorkAtFor(actor, { ...place, path, pair }, ctx)
  const own = await findOwnWorkFor(actor, { ...place, path, pair }, ctx)
  const doneAt = await findDoneFor(actor, place, ctx)
  const whose = otherWalkerAt(actor, pair, view.track)
  return { ...view, ratings, ownWork: own, doneAt, whose, work: work && workLine(work, locale) }
})

export default function Activity() {
  const { doneAt, whose, ratings, work, ownWork, ...page } = useLoaderData<typeof loader>()
  const { path, module, activity } = page
  const address = addressOf(path.id, module.id, activity.id)
  const others = doneAt || work ? null : whose
  const done = (
    <>
      <RateHere ratings={ratings} />
      {doneAt === false || ownWork || others ? null : <DoneSection {...{ address, doneAt, work }} />}
      {others && !ownWork ? <OthersStep name={others} /> : null}
    </>
  )
  const items = activity.kind === 'checklist' ? activity.items : []
  const own = ownWork ? <OwnWork work={ownWork} {...{ items, address }} /> : null
  return <ActivityPage {...page} done={done} own={own} />
}
