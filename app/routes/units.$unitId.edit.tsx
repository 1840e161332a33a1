import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveUnit } from '#app/features/units/commands/profile.server.ts'
import { findUnitFor, listPlaces } from '#app/features/units/queries.server.ts'
import { unitInput } from '#app/features/units/rules.ts'
import { UnitForm } from '#app/features/units/ui/UnitForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.units_edit_title({ name: data?.unit.name ?? '' })} – ${m.common_product()}` },
]

/** Also after a refusal: what somebody else saved meanwhile is shown beside what was typed. */
export const shouldRevalidate = () => true

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { unit, profile, can } = await findUnitFor(actor, idOf('unitId'), ctx)
  allowed(can.edit, 'units_error_edit')
  return { unit, profile, places: await listPlaces(ctx) }
})

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, unitInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await saveUnit(actor, { ...form.value, unitId: idOf('unitId') }, ctx)
    return redirect(`/units/${idOf('unitId')}`)
  })
})

export default function EditUnit() {
  const { unit, profile, places } = useLoaderData<typeof loader>()
  const crumbs = [{ label: unit.name, to: `/units/${unit.id}` }, { label: m.units_edit() }]
  return (
    <Page width="form">
      <PageHead title={m.units_edit_title({ name: unit.name })} crumbs={crumbs} />
      <UnitForm result={useActionData<typeof action>()} unit={unit} profile={profile} places={places} />
    </Page>
  )
}
