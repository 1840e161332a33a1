import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestEmailChange } from '#app/features/identity/commands/email-address.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { findEmailDoor } from '#app/features/identity/queries.server.ts'
import { emailChangeInput } from '#app/features/identity/rules.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { NewEmailForm, SignInAgain } from '#app/features/identity/ui/EmailAddress.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.identity_email_change_title()) }]

export const loader = signedIn(async ({ actor, ctx, request }) => {
  return findEmailDoor(actor, sessionKeyOf(request.headers.get('cookie'), ctx), ctx)
})

/** Whether or not somebody has the address, the answer is the same page after the same work. */
export const action = signedIn(async ({ request, actor, ctx, ip }) => {
  const form = await readForm(request, emailChangeInput, { hide: ['current'] })
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await takeTry(ctx, 'email', { ip, address: actor.id })
    await requestEmailChange(actor, { ...form.value, session: sessionKeyOf(request.headers.get('cookie'), ctx) }, ctx)
    return redirect('/settings/email/code')
  })
})

export default function SettingsEmail() {
  const { email, proof } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const crumbs = [{ label: m.identity_settings_title(), to: '/settings' }, { label: m.identity_email_change_title() }]
  return (
    <Page width="read">
      <PageHead title={m.identity_email_change_title()} lead={m.identity_settings_email({ email })} crumbs={crumbs} />
      {proof === 'signing_in' ? null : <NewEmailForm result={result} withPassword={proof === 'password'} />}
      {proof === 'none' ? null : <SignInAgain email={email} isOnlyWay={proof === 'signing_in'} />}
    </Page>
  )
}
