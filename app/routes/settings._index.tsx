import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { updateProfile } from '#app/features/identity/commands/accounts.server.ts'
import { findMyAccount, listMyRoles, listMySessions } from '#app/features/identity/queries.server.ts'
import { profileInput } from '#app/features/identity/rules.ts'
import { sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { RoleList } from '#app/features/identity/ui/RoleList.tsx'
import { ProfileForm, SessionList } from '#app/features/identity/ui/Settings.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageCookieFor } from '#app/i18n/language.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice, Page, PageHead, Section, SubmitButton } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.identity_settings_title()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx, request }) => {
  const current = sessionKeyOf(request.headers.get('cookie'), ctx)
  const account = await findMyAccount(actor, ctx)
  return { account, sessions: await listMySessions(actor, current, ctx), roles: await listMyRoles(actor, ctx) }
})

export const action = signedIn(async ({ request, actor, ctx }) => {
  const form = await readForm(request, profileInput)
  if (!form.ok) return form.refused()
  await updateProfile(actor, form.value, ctx)
  const cookie = languageCookieFor(form.value.locale, settings().ORIGIN.startsWith('https:'))
  return redirect('/settings?saved', { headers: { 'Set-Cookie': cookie } })
})

export default function Settings() {
  const { account, sessions, roles } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <Page width="form">
      <PageHead title={m.identity_settings_title()} lead={m.identity_settings_email({ email: account.email })} />
      {search.has('saved') ? <Notice tone="success">{m.identity_saved()}</Notice> : null}
      {search.has('email') ? <Notice tone="success">{m.identity_email_saved()}</Notice> : null}
      <Section id="profile-title" title={m.identity_settings_profile()}>
        <ProfileForm key={account.locale} result={useActionData<typeof action>()} account={account} />
      </Section>
      <Section id="address-title" title={m.identity_settings_address()}>
        <p>{m.identity_settings_address_lead()}</p>
        <p>
          <Link to="/settings/email">{m.identity_email_change_title()}</Link>
        </p>
      </Section>
      <Section id="password-title" title={m.identity_settings_password()}>
        <p>{account.hasPassword ? m.identity_settings_password_change() : m.identity_settings_password_none()}</p>
        <p>
          <Link to="/settings/password">{account.hasPassword ? m.identity_password_save() : m.identity_password_set()}</Link>
        </p>
      </Section>
      <Section id="roles-title" title={m.identity_settings_roles()}>
        {roles.length === 0 ? <p>{m.identity_settings_roles_empty()}</p> : null}
        <RoleList roles={roles} endTo={(id) => `/settings/roles/${id}/end`} endWord={m.identity_role_lay_down()} />
      </Section>
      <Section id="writing-title" title={m.identity_settings_writing()}>
        <p>{m.identity_settings_writing_lead()}</p>
        <p>
          <Link to="/blog/mine">{m.identity_settings_writing_link()}</Link>
        </p>
      </Section>
      <Section id="sessions-title" title={m.identity_settings_sessions()}>
        <p>{m.identity_settings_sessions_lead()}</p>
        <SessionList sessions={sessions} />
        {sessions.length > 1 ? (
          <Form method="post" action="/settings/sessions/others/end">
            <SubmitButton variant="secondary">{m.identity_session_end_others()}</SubmitButton>
          </Form>
        ) : null}
      </Section>
    </Page>
  )
}
