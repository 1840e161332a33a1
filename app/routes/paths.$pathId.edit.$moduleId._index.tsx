import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeModule } from '#app/features/paths/commands/write-draft.server.ts'
import { frameOf, moduleEditView } from '#app/features/paths/editor-views.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { listMediaFor } from '#app/features/paths/queries/media.server.ts'
import { moduleIn } from '#app/features/paths/rules/places.ts'
import { typedModule } from '#app/features/paths/rules/typed.ts'
import type { Typing } from '#app/features/paths/rules/writing.ts'
import { saveWriting } from '#app/features/paths/save-writing.server.ts'
import { EditorPage } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { ModuleForm } from '#app/features/paths/ui/editor/ModuleForm.tsx'
import { NotationHelp } from '#app/features/paths/ui/editor/NotationHelp.tsx'
import { ModuleRemoval } from '#app/features/paths/ui/editor/Removal.tsx'
import { titleWords } from '#app/features/paths/ui/editor/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { LostWords } from '#app/http/LostWords.tsx'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.module.title || m.paths_edit_title()) },
]

/** Also after a refusal: what somebody else has saved is shown beside what was typed. */
export const shouldRevalidate = () => true

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const file = await findDraftFor(actor, params.pathId, ctx)
  const view = moduleEditView(file, params.moduleId, locale)
  return { frame: frameOf(file, url, locale), ...view, media: await listMediaFor(actor, params.pathId, ctx) }
})

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const { pathId, draft } = await findDraftFor(actor, params.pathId, ctx)
  const module = moduleIn(draft, params.moduleId)
  const save = (typing: Typing) => writeModule(actor, { ...typing, pathId, moduleId: module?.id ?? '' }, ctx)
  return saveWriting(request, module ? { schema: typedModule, save } : null)
})

export function ErrorBoundary() {
  return <LostWords />
}

export default function EditModule() {
  const { frame, start, module, number, before, builtOn, media } = useLoaderData<typeof loader>()
  return (
    <EditorPage frame={frame} title={`${number}. ${titleWords(module.title)}`} inLanguages>
      <NotationHelp />
      <ModuleForm
        key={start.seen}
        {...{ start, before, media }}
        pathId={frame.pathId}
        answer={useActionData<typeof action>()}
      />
      <ModuleRemoval {...{ module, builtOn }} pathId={frame.pathId} />
    </EditorPage>
  )
}
