import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { confirmEmailByLink } from '#app/features/identity/commands/email-address.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { SignInDoor } from '#app/features/identity/ui/SignIn.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { problemOf } from '#app/http/problems.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { SubmitButton } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.identity_email_change_title()) }]

/** Opening the page changes nothing: mail scanners open every link before people do. */
export const loader = signedIn(async () => data(null, { headers: { 'Cache-Control': 'no-store' } }))

export const action = signedIn(async ({ request, actor, params, ctx, ip }) => {
  const token = params.token ?? ''
  await takeTry(ctx, 'link', { ip, address: token })
  try {
    await confirmEmailByLink(actor, { token, session: sessionKeyOf(request.headers.get('cookie'), ctx) }, ctx)
    return redirect('/settings?email')
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'gone') throw error
    return data({ refusal: problemOf(error)?.message }, { status: 410 })
  }
})

export default function SettingsEmailToken() {
  const answer = useActionData<typeof action>()
  if (answer && 'refusal' in answer) {
    return (
      <SignInDoor title={m.identity_link_gone_title()} lead={answer.refusal}>
        <p>
          <Link to="/settings/email">{m.identity_email_change_title()}</Link>
        </p>
      </SignInDoor>
    )
  }
  return (
    <SignInDoor title={m.identity_email_change_title()} lead={m.identity_email_link_lead()}>
      <Form method="post" className="sl-form">
        <SubmitButton wide>{m.identity_email_confirm()}</SubmitButton>
      </Form>
    </SignInDoor>
  )
}
