import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmEmailByCode } from '#app/features/identity/commands/email-address.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { findWantedEmail } from '#app/features/identity/queries.server.ts'
import { emailCodeInput } from '#app/features/identity/rules.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { EmailCodeForm } from '#app/features/identity/ui/EmailAddress.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.identity_code_title()) }]

export const loader = signedIn(async ({ actor, ctx }) => {
  const wanted = await findWantedEmail(actor, ctx)
  if (!wanted) throw redirect('/settings/email')
  return { wanted }
})

export const action = signedIn(async ({ request, actor, ctx, ip }) => {
  const form = await readForm(request, emailCodeInput, { hide: ['code'] })
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await takeTry(ctx, 'code', { ip, address: actor.id })
    const session = sessionKeyOf(request.headers.get('cookie'), ctx)
    await confirmEmailByCode(actor, { code: form.value.code, session }, ctx)
    return redirect('/settings?email')
  })
})

export default function SettingsEmailCode() {
  const { wanted } = useLoaderData<typeof loader>()
  const crumbs = [
    { label: m.identity_settings_title(), to: '/settings' },
    { label: m.identity_email_change_title(), to: '/settings/email' },
    { label: m.identity_code_label() },
  ]
  return (
    <Page width="read">
      <PageHead title={m.identity_code_title()} lead={m.identity_email_code_lead({ email: wanted })} crumbs={crumbs} />
      <EmailCodeForm result={useActionData<typeof action>()} />
    </Page>
  )
}
