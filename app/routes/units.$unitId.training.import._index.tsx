import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { previewImportFor } from '#app/features/training/queries/import.server.ts'
import { findKeptRegisterFor } from '#app/features/training/queries/register.server.ts'
import { tableForm, textOf } from '#app/features/training/rules/table-form.ts'
import { ImportView } from '#app/features/training/ui/ImportPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { translate } from '#app/i18n/translate.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_import()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => {
  const { unit } = await findKeptRegisterFor(actor, idOf('unitId'), locale, ctx)
  return { unit }
})

export const action = signedIn(async ({ request, actor, idOf, locale, ctx }) => {
  const form = await readForm(request, tableForm)
  if (!form.ok) return form.refused()
  const text = await textOf(form.value)
  if (text.trim() === '') return form.refuse({ text: [m.training_error_no_table()] })
  const preview = await previewImportFor(actor, { unitId: idOf('unitId'), text, locale }, ctx)
  const faults = preview.faults.map(({ problem, ...where }) => ({ ...where, words: translate(problem) ?? problem }))
  return { preview: { ...preview, faults } }
})

export default function Import() {
  const { unit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const preview = answer && 'preview' in answer ? answer.preview : undefined
  return <ImportView unit={unit} preview={preview} result={answer} />
}
