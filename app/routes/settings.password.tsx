import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/features/identity/commands/accounts.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { findMyAccount } from '#app/features/identity/queries.server.ts'
import { passwordInput } from '#app/features/identity/rules.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { NewPasswordForm } from '#app/features/identity/ui/Settings.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.identity_settings_password()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx }) => {
  const { hasPassword } = await findMyAccount(actor, ctx)
  return { hasPassword }
})

export const action = signedIn(async ({ request, actor, ctx, ip }) => {
  const form = await readForm(request, passwordInput, { hide: ['current', 'password'] })
  if (!form.ok) return form.refused()
  const { current, password } = form.value
  return form.attempt(async () => {
    await takeTry(ctx, 'password', { ip, address: actor.id })
    await changePassword(actor, { current, password, keep: sessionKeyOf(request.headers.get('cookie'), ctx) }, ctx)
    return redirect('/settings?saved')
  })
})

export default function SettingsPassword() {
  const { hasPassword } = useLoaderData<typeof loader>()
  const crumbs = [{ label: m.identity_settings_title(), to: '/settings' }, { label: m.identity_settings_password() }]
  return (
    <Page width="read">
      <PageHead
        title={hasPassword ? m.identity_password_save() : m.identity_password_set()}
        lead={hasPassword ? m.identity_settings_password_change() : m.identity_settings_password_none()}
        crumbs={crumbs}
      />
      <NewPasswordForm result={useActionData<typeof action>()} hasPassword={hasPassword} />
    </Page>
  )
}
