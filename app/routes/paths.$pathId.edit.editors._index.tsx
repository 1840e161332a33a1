import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addEditor } from '#app/features/paths/commands/editors.server.ts'
import { frameOf } from '#app/features/paths/editor-views.ts'
import { findColleaguesFor } from '#app/features/paths/queries/colleagues.server.ts'
import { listEditorsFor } from '#app/features/paths/queries/drafts.server.ts'
import { editorInput } from '#app/features/paths/rules/making.ts'
import { EditorPage } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { EditorsPage } from '#app/features/paths/ui/editor/EditorsPage.tsx'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_edit_editors()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const { editors, ...file } = await listEditorsFor(actor, params.pathId, ctx)
  allowed(file.can.publish, 'paths_error_editors')
  const asked = url.searchParams.get('q') ?? ''
  const found = await findColleaguesFor(actor, { pathId: params.pathId, name: asked }, ctx)
  return { frame: frameOf(file, url, locale), editors, asked, found }
})

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const pathId = params.pathId ?? ''
  const form = await readForm(request, editorInput)
  if (!form.ok) throw new DomainError('invalid')
  await addEditor(actor, { ...form.value, pathId }, ctx)
  return redirect(editAddress(pathId, 'editors'))
})

export default function Editors() {
  const { frame, ...page } = useLoaderData<typeof loader>()
  return (
    <EditorPage frame={frame} title={m.paths_edit_editors()} lead={m.paths_editors_lead({ owner: frame.owner })}>
      <EditorsPage pathId={frame.pathId} {...page} />
    </EditorPage>
  )
}
