import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawTarget } from '#app/features/indicators/commands.server.ts'
import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { targetWithdrawal } from '#app/features/indicators/rules/targets.ts'
import { unitIn } from '#app/features/indicators/ui/address.ts'
import { WithdrawalFormPage } from '#app/features/indicators/ui/target-forms.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ url, actor, ctx, locale, params }) => {
  const file = await findIndicatorFor(actor, { indicatorId: params.indicatorId ?? '', unitId: unitIn(url), locale }, ctx)
  allowed(file.maySetTarget, 'indicators_error_not_yours')
  return { file, newId: newId() }
})

export const action = signedIn(async ({ request, actor, ctx, locale, params }) => {
  const form = await readForm(request, targetWithdrawal)
  if (!form.ok) return form.refused()
  const indicatorId = params.indicatorId ?? ''
  return form.attempt(async () => {
    await withdrawTarget(actor, { ...form.value, indicatorId, language: locale }, ctx)
    return redirect(`/indicators/${indicatorId}?unit=${form.value.unitId}#target`)
  })
})

export const meta: MetaFunction = () => [{ title: pageTitle(m.indicators_withdraw_title()) }]

export default function WithdrawTarget() {
  const { file, newId } = useLoaderData<typeof loader>()
  return <WithdrawalFormPage file={file} newId={newId} result={useActionData<typeof action>()} />
}
