import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawReport } from '#app/features/indicators/commands.server.ts'
import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { reportWithdrawal } from '#app/features/indicators/rules/reports.ts'
import { unitIn } from '#app/features/indicators/ui/address.ts'
import { ReportWithdrawalPage } from '#app/features/indicators/ui/report-forms.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ url, actor, ctx, locale, params }) => {
  const file = await findIndicatorFor(actor, { indicatorId: params.indicatorId ?? '', unitId: unitIn(url), locale }, ctx)
  allowed(found(file.report).mayReport, 'indicators_error_not_yours_to_report')
  return { file, newId: newId() }
})

export const action = signedIn(async ({ request, actor, ctx, locale, params }) => {
  const form = await readForm(request, reportWithdrawal)
  if (!form.ok) return form.refused()
  const indicatorId = params.indicatorId ?? ''
  return form.attempt(async () => {
    await withdrawReport(actor, { ...form.value, indicatorId, language: locale }, ctx)
    return redirect(`/indicators/${indicatorId}?unit=${form.value.unitId}#report`)
  })
})

export const meta: MetaFunction = () => [{ title: pageTitle(m.indicators_report_withdraw()) }]

export default function WithdrawReport() {
  const { file, newId } = useLoaderData<typeof loader>()
  return <ReportWithdrawalPage file={file} newId={newId} result={useActionData<typeof action>()} />
}
