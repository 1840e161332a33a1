import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawCounting } from '#app/features/training/commands/decide-counting.server.ts'
import { findCountingFor } from '#app/features/training/queries/counting.server.ts'
import { countingWithdrawal } from '#app/features/training/rules/counting.ts'
import { CountingWithdrawal } from '#app/features/training/ui/CountingPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_counting_withdraw_title()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => {
  const page = await findCountingFor(actor, idOf('unitId'), locale, ctx)
  allowed(page.may.decide, 'training_error_not_yours')
  return { page, newId: newId() }
})

export const action = signedIn(async ({ request, actor, idOf, locale, ctx }) => {
  const form = await readForm(request, countingWithdrawal)
  if (!form.ok) return form.refused()
  const unitId = idOf('unitId')
  return form.attempt(async () => {
    await withdrawCounting(actor, { ...form.value, unitId, language: locale }, ctx)
    return redirect(`/units/${unitId}/training/counting`)
  })
})

export default function WithdrawCounting() {
  return <CountingWithdrawal {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
