import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addClosedPeriod } from '#app/features/units/commands/profile.server.ts'
import { findUnitFor } from '#app/features/units/queries.server.ts'
import { closedPeriodInput } from '#app/features/units/rules.ts'
import { ClosedPeriodForm, ClosedPeriods } from '#app/features/units/ui/ClosedPeriods.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.units_closed_periods()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { unit, closedPeriods, can } = await findUnitFor(actor, idOf('unitId'), ctx)
  allowed(can.edit, 'units_error_edit')
  return { unit, closedPeriods, id: newId() }
})

export const action = signedIn(async ({ request, actor, idOf, ctx, url }) => {
  const form = await readForm(request, closedPeriodInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await addClosedPeriod(actor, { ...form.value, unitId: idOf('unitId') }, ctx)
    return redirect(url.pathname)
  })
})

export default function ClosedPeriodsPage() {
  const { unit, closedPeriods, id } = useLoaderData<typeof loader>()
  const crumbs = [{ label: unit.name, to: `/units/${unit.id}` }, { label: m.units_closed_periods() }]
  return (
    <Page width="read">
      <PageHead title={m.units_closed_periods()} crumbs={crumbs} />
      <ClosedPeriods unitId={unit.id} periods={closedPeriods} />
      <ClosedPeriodForm key={id} result={useActionData<typeof action>()} id={id} />
    </Page>
  )
}
