import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteToUnit } from '#app/features/identity/commands/invitations.server.ts'
import { unitInvitationsInput } from '#app/features/identity/rules/invitees.ts'
import { UnitInvitationsForm } from '#app/features/identity/ui/InvitationForm.tsx'
import { findUnitPeopleFor } from '#app/features/units/queries.server.ts'
import { answerEach } from '#app/http/answer-each.server.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { AnsweredInvitees, ButtonLink, leftOver, Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta = () => [{ title: pageTitle(m.ui_several_title()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { unit, giving } = await findUnitPeopleFor(actor, idOf('unitId'), ctx)
  allowed(giving.length > 0, 'identity_error_give_role')
  return { unit, giving, id: newId() }
})

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, unitInvitationsInput)
  if (!form.ok) return form.refused()
  const { id, addresses, ...same } = form.value
  const answered = await answerEach(id, addresses, ({ id, email, name }) => {
    if (!email) throw new DomainError('invalid', 'common_field_email')
    return inviteToUnit(actor, { ...same, id, unitId: idOf('unitId'), email, name }, ctx)
  })
  return { answered }
})

export default function SeveralToUnit() {
  const { unit, giving, id } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const answered = answer && 'answered' in answer ? answer.answered : undefined
  const own = `/units/${unit.id}`
  const crumbs = [
    { label: unit.name, to: own },
    { label: m.units_people(), to: `${own}/people` },
    { label: m.ui_several_title() },
  ]
  return (
    <Page width="read">
      <PageHead title={m.ui_several_title()} lead={m.units_invite_lead()} crumbs={crumbs} />
      {answered ? <AnsweredInvitees answered={answered} /> : null}
      <UnitInvitationsForm key={id} result={answer} id={id} giving={giving} addresses={leftOver(answered)} />
      <p>
        <ButtonLink to={`${own}/people`} variant="quiet">
          {m.units_people()}
        </ButtonLink>
      </p>
    </Page>
  )
}
