import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { startPath } from '#app/features/paths/commands/drafts.server.ts'
import { listOwnersFor } from '#app/features/paths/queries/drafts.server.ts'
import { startPathInput } from '#app/features/paths/rules/making.ts'
import { NewPathForm } from '#app/features/paths/ui/editor/NewPathForm.tsx'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_edit_new()) }]

export const loader = signedIn(async ({ actor, locale, ctx }) => ({
  owners: await listOwnersFor(actor, ctx),
  id: newId(),
  language: locale,
}))

export const action = signedIn(async ({ actor, request, ctx }) => {
  const form = await readForm(request, startPathInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => redirect(editAddress(await startPath(actor, form.value, ctx))))
})

export default function NewPath() {
  const crumbs = [{ to: '/paths', label: m.paths_nav() }, { label: m.paths_edit_new() }]
  return (
    <Page width="form">
      <PageHead title={m.paths_edit_new()} lead={m.paths_edit_new_lead()} crumbs={crumbs} />
      <NewPathForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
    </Page>
  )
}
