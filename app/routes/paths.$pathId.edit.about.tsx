import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeAbout } from '#app/features/paths/commands/write-draft.server.ts'
import { aboutView, frameOf } from '#app/features/paths/editor-views.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { listMediaFor } from '#app/features/paths/queries/media.server.ts'
import { typedAbout } from '#app/features/paths/rules/typed.ts'
import { saveWriting } from '#app/features/paths/save-writing.server.ts'
import { AboutForm } from '#app/features/paths/ui/editor/AboutForm.tsx'
import { EditorPage } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { NotationHelp } from '#app/features/paths/ui/editor/NotationHelp.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_about()) }]

/** Also after a refusal: what somebody else has saved is shown beside what was typed. */
export const shouldRevalidate = () => true

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const file = await findDraftFor(actor, params.pathId, ctx)
  return { frame: frameOf(file, url, locale), ...aboutView(file), media: await listMediaFor(actor, params.pathId, ctx) }
})

export const action = signedIn(({ actor, params, request, ctx }) => {
  const pathId = params.pathId ?? ''
  return saveWriting(request, { schema: typedAbout, save: (typing) => writeAbout(actor, { ...typing, pathId }, ctx) })
})

export default function EditAbout() {
  const { frame, start, media } = useLoaderData<typeof loader>()
  return (
    <EditorPage frame={frame} title={m.paths_about()} inLanguages>
      <NotationHelp />
      <AboutForm key={start.seen} {...{ start, media }} pathId={frame.pathId} answer={useActionData<typeof action>()} />
    </EditorPage>
  )
}
