import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renewGuest } from '#app/features/identity/commands/roles.server.ts'
import { findUnitGuestFor } from '#app/features/units/queries.server.ts'
import { guestEndInput, instantAfter } from '#app/features/units/rules.ts'
import { GuestForms } from '#app/features/units/ui/GuestList.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.units_guest_change()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => findUnitGuestFor(actor, idOf('unitId'), idOf('roleId'), ctx))

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const { unit } = await findUnitGuestFor(actor, idOf('unitId'), idOf('roleId'), ctx)
  const form = await readForm(request, guestEndInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await renewGuest(actor, { roleId: idOf('roleId'), endsAt: instantAfter(form.value.endsOn, unit.timeZone) }, ctx)
    return redirect(`/units/${unit.id}/people`)
  })
})

export default function UnitGuest() {
  const { unit, guest } = useLoaderData<typeof loader>()
  const crumbs = [
    { label: unit.name, to: `/units/${unit.id}` },
    { label: m.units_people(), to: `/units/${unit.id}/people` },
    { label: guest.name },
  ]
  return (
    <Page width="read">
      <PageHead
        title={guest.name}
        facts={[
          <span key="visit" lang={guest.visitLanguage}>
            {guest.visitTitle}
          </span>,
        ]}
        crumbs={crumbs}
      />
      <GuestForms result={useActionData<typeof action>()} guest={guest} unit={unit} />
    </Page>
  )
}
