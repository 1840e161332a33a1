import { type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { inviteToUnit } from '#app/features/identity/commands/invitations.server.ts'
import { unitInvitationInput } from '#app/features/identity/rules.ts'
import { InvitationForm } from '#app/features/identity/ui/InvitationForm.tsx'
import { MemberTable, WaitingList } from '#app/features/identity/ui/MemberTable.tsx'
import { findUnitPeopleFor } from '#app/features/units/queries.server.ts'
import { GuestList } from '#app/features/units/ui/GuestList.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice, Page, PageHead, Section } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.units_people()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  return { ...(await findUnitPeopleFor(actor, idOf('unitId'), ctx)), id: newId(), me: actor.id }
})

export const action = signedIn(async ({ request, actor, idOf, ctx, url }) => {
  const form = await readForm(request, unitInvitationInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await inviteToUnit(actor, { ...form.value, unitId: idOf('unitId') }, ctx)
    return redirect(`${url.pathname}?invited`)
  })
})

export default function UnitPeople() {
  const { unit, members, invitations, guests, giving, id, me } = useLoaderData<typeof loader>()
  const own = `/units/${unit.id}`
  const crumbs = [{ label: unit.name, to: own }, { label: m.units_people() }]
  const result = useActionData<typeof action>()
  return (
    <Page>
      <PageHead title={m.units_people_title({ name: unit.name })} crumbs={crumbs} />
      {useSearchParams()[0].has('invited') ? <Notice tone="success">{m.units_invited()}</Notice> : null}
      <MemberTable {...{ members, giving, me }} zone={unit.timeZone} endTo={(roleId) => `${own}/roles/${roleId}/end`} />
      {giving.length > 0 ? (
        <Section id="invite" title={m.units_invite_title()}>
          <div className="sl-stack">
            <p>
              {m.units_invite_lead()} <Link to={`${own}/people/several`}>{m.ui_several_title()}</Link>
            </p>
            <InvitationForm key={id} result={result} id={id} giving={giving} />
          </div>
        </Section>
      ) : null}
      {invitations.length > 0 ? (
        <Section id="waiting" title={m.units_invitations_title()}>
          <WaitingList invitations={invitations} zone={unit.timeZone} to={`${own}/invitations`} />
        </Section>
      ) : null}
      {guests.length > 0 ? (
        <Section id="guests" title={m.units_guests_title()}>
          <GuestList guests={guests} unit={unit} />
        </Section>
      ) : null}
    </Page>
  )
}
