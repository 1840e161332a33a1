import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawVersion } from '#app/features/paths/commands/publish.server.ts'
import { frameOf } from '#app/features/paths/editor-views.ts'
import { findPublishingFor } from '#app/features/paths/queries/publishing.server.ts'
import { withdrawalInput } from '#app/features/paths/rules/making.ts'
import { EditorPage } from '#app/features/paths/ui/editor/EditorPage.tsx'
import { WithdrawalForm } from '#app/features/paths/ui/editor/WithdrawalForm.tsx'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_withdraw()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const { file, editions } = await findPublishingFor(actor, params.pathId, ctx)
  allowed(file.can.publish, 'paths_error_publish')
  const { version } = found(editions.find((one) => String(one.version) === params.version && one.withdrawnAt === null))
  return { frame: frameOf(file, url, locale), version }
})

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const pathId = params.pathId ?? ''
  const form = await readForm(request, withdrawalInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await withdrawVersion(actor, { ...form.value, pathId, version: Number(params.version) }, ctx)
    return redirect(`${editAddress(pathId, 'publish')}#versions`)
  })
})

export default function Withdraw() {
  const { frame, version } = useLoaderData<typeof loader>()
  const crumbs = [{ label: m.paths_edit_publish(), to: editAddress(frame.pathId, 'publish') }]
  return (
    <EditorPage frame={frame} title={m.paths_withdraw_title({ version })} crumbs={crumbs}>
      <WithdrawalForm result={useActionData<typeof action>()} />
    </EditorPage>
  )
}
