import { useActionData, useLoaderData } from '@remix-run/react'
import { nameFrom } from '#app/features/identity/rules/invitees.ts'
import { inviteOrPropose } from '#app/features/preparation/commands/change-visit.server.ts'
import { mustPropose } from '#app/features/preparation/queries/must-propose.server.ts'
import { requireCoordinator } from '#app/features/visits/queries/require-coordinator.server.ts'
import { participantsInput } from '#app/features/visits/rules/inputs.ts'
import { InviteSeveralForm } from '#app/features/visits/ui/InvitePersonForm.tsx'
import { answerEach } from '#app/http/answer-each.server.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { AnsweredInvitees, leftOver, Section } from '#app/ui/index.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  await requireCoordinator(actor, idOf('visitId'), ctx)
  return { id: newId(), proposes: await mustPropose(actor, idOf('visitId'), ctx) }
})

export const action = signedIn(async ({ actor, ctx, request, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, participantsInput)
  if (!form.ok) return form.refused()
  const { id, addresses, side, organisation, locale } = form.value
  const answered = await answerEach(id, addresses, ({ id, email, name }) => {
    if (!email) throw new DomainError('invalid', 'common_field_email')
    const person = {
      id,
      email,
      name: name || nameFrom(email),
      side,
      organisation,
      locale,
      profession: '',
      isCoordinator: false,
    }
    return inviteOrPropose(actor, { visitId, ...person }, ctx)
  })
  return { answered }
})

export default function Several() {
  const { id, proposes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const answered = answer && 'answered' in answer ? answer.answered : undefined
  return (
    <Section id="invite" title={m.ui_several_title()}>
      <div className="sl-stack">
        {answered ? <AnsweredInvitees answered={answered} proposed={proposes} /> : null}
        <InviteSeveralForm key={id} id={id} proposes={proposes} result={answer} addresses={leftOver(answered)} />
      </div>
    </Section>
  )
}
