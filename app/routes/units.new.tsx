import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createUnit } from '#app/features/units/commands/tree.server.ts'
import { canCreateUnitBelow } from '#app/features/units/policy.ts'
import { findUnitFor, listPlaces } from '#app/features/units/queries.server.ts'
import { newUnitInput } from '#app/features/units/rules.ts'
import { NewUnitForm } from '#app/features/units/ui/UnitForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.units_new_title()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, url, ctx }) => {
  const belowId = idFrom(url.searchParams.get('below') ?? undefined)
  const below = belowId ? (await findUnitFor(actor, belowId, ctx)).unit : null
  if (!canCreateUnitBelow(actor, below?.lineage ?? [])) throw new DomainError('forbidden', 'units_error_create')
  return { id: newId(), below, places: await listPlaces(ctx) }
})

export const action = signedIn(async ({ request, actor, ctx }) => {
  const form = await readForm(request, newUnitInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const { id } = await createUnit(actor, form.value, ctx)
    return redirect(`/units/${id}/edit`)
  })
})

export default function NewUnit() {
  const { id, below, places } = useLoaderData<typeof loader>()
  const crumbs = [{ label: m.units_title(), to: '/units' }, { label: m.units_new_title() }]
  return (
    <Page width="read">
      <PageHead
        title={m.units_new_title()}
        lead={below ? m.units_new_below({ name: below.name }) : undefined}
        crumbs={crumbs}
      />
      <NewUnitForm result={useActionData<typeof action>()} id={id} below={below} places={places} />
    </Page>
  )
}
