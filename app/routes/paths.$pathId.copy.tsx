import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { copyPath } from '#app/features/paths/commands/copy.server.ts'
import { listOwnersFor } from '#app/features/paths/queries/drafts.server.ts'
import { findEditionFor } from '#app/features/paths/queries/library.server.ts'
import { copyPathInput } from '#app/features/paths/rules/handed-on.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { CopyPath } from '#app/features/paths/ui/CopyPath.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_copy_title()) }]

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const { path } = await findEditionFor(actor, { pathId: params.pathId }, ctx)
  const { id, version, by } = path
  const title = path.title[languageFor(path.languages, locale)]
  return { path: { id, version, by, title }, owners: await listOwnersFor(actor, ctx), formId: newId() }
})

export const action = signedIn(async ({ actor, params, request, locale, ctx }) => {
  const form = await readForm(request, copyPathInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const pathId = await copyPath(actor, { ...form.value, pathId: params.pathId ?? '', locale }, ctx)
    return redirect(addressOf(pathId, 'edit'))
  })
})

export default function CopyRoute() {
  return <CopyPath {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
