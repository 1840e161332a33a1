import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveUnit } from '#app/features/units/commands/tree.server.ts'
import { findUnitFor, listTreeFor } from '#app/features/units/queries.server.ts'
import { moveInput } from '#app/features/units/rules.ts'
import { MoveForm } from '#app/features/units/ui/MoveForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.units_move_title({ name: data?.unit.name ?? '' })} – ${m.common_product()}` },
]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { unit, can } = await findUnitFor(actor, idOf('unitId'), ctx)
  allowed(can.close, 'units_error_move')
  return { unit, units: await listTreeFor(actor, ctx) }
})

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, moveInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await moveUnit(actor, { unitId: idOf('unitId'), parentId: form.value.parentId ?? null }, ctx)
    return redirect(`/units/${idOf('unitId')}`)
  })
})

export default function MoveUnit() {
  const { unit, units } = useLoaderData<typeof loader>()
  const crumbs = [{ label: unit.name, to: `/units/${unit.id}` }, { label: m.units_move() }]
  return (
    <Page width="read">
      <PageHead title={m.units_move_title({ name: unit.name })} lead={m.units_move_lead()} crumbs={crumbs} />
      <MoveForm result={useActionData<typeof action>()} unit={unit} units={units} />
    </Page>
  )
}
