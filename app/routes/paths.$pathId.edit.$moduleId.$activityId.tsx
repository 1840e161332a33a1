import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeActivity } from '#app/features/paths/commands/write-draft.server.ts'
import { activityEditView, frameOf } from '#app/features/paths/editor-views.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { listMediaFor } from '#app/features/paths/queries/media.server.ts'
import { sheets } from '#app/features/paths/reference.server.ts'
import { moduleIn } from '#app/features/paths/rules/places.ts'
import { spoken } from '#app/features/paths/rules/spoken.ts'
import { typedActivities } from '#app/features/paths/rules/typed.ts'
import { stepsOf, type Typing } from '#app/features/paths/rules/writing.ts'
import { saveWriting } from '#app/features/paths/save-writing.server.ts'
import { ActivityForm } from '#app/features/paths/ui/editor/ActivityForm.tsx'
import { EditorPage } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { NotationHelp } from '#app/features/paths/ui/editor/NotationHelp.tsx'
import { ActivityPlace, ActivityRemoval } from '#app/features/paths/ui/editor/Removal.tsx'
import { editAddress, kindAbout, titleWords } from '#app/features/paths/ui/editor/words.ts'
import { kindName, trackName } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { LostWords } from '#app/http/LostWords.tsx'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.activity.title || m.paths_edit_title()) },
]

/** Also after a refusal: what somebody else has saved is shown beside what was typed. */
export const shouldRevalidate = () => true

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const file = await findDraftFor(actor, params.pathId, ctx)
  const { moduleId, activityId } = params
  return {
    ...{ frame: frameOf(file, url, locale), ...activityEditView(file, { moduleId, activityId }, locale) },
    sheets: sheets.map(({ id, title }) => spoken({ id, title }, locale)),
    media: await listMediaFor(actor, params.pathId, ctx),
  }
})

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const { pathId, draft } = await findDraftFor(actor, params.pathId, ctx)
  const module = moduleIn(draft, params.moduleId)
  const activity = module && stepsOf(module).find((one) => one.id === params.activityId)
  if (!module || !activity) return saveWriting(request, null)
  const place = { pathId, moduleId: module.id, activityId: activity.id }
  const save = (typing: Typing) => writeActivity(actor, { ...typing, ...place }, ctx)
  return saveWriting(request, { schema: typedActivities[activity.kind], save })
})

export function ErrorBoundary() {
  return <LostWords />
}

export default function EditActivity() {
  const { frame, start, kind, activity, module, track, modules, sheets, media } = useLoaderData<typeof loader>()
  const place = { pathId: frame.pathId, moduleId: module.id, activityId: activity.id }
  return (
    <EditorPage
      frame={frame}
      title={titleWords(activity.title)}
      facts={[kindName(kind), trackName(track)]}
      lead={kindAbout(kind)}
      crumbs={[{ label: titleWords(module.title), to: editAddress(frame.pathId, module.id) }]}
      inLanguages
    >
      <NotationHelp />
      <ActivityForm
        key={start.seen}
        {...{ start, kind, sheets, media }}
        pathId={frame.pathId}
        answer={useActionData<typeof action>()}
      />
      <div>
        <ActivityPlace {...{ ...place, track, modules }} />
        <ActivityRemoval {...place} />
      </div>
    </EditorPage>
  )
}
