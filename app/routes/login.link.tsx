import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestLoginLink } from '#app/features/identity/commands/sign-in.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { loginLinkInput } from '#app/features/identity/rules.ts'
import { LinkForm, SignInDoor } from '#app/features/identity/ui/SignIn.tsx'
import { open, safeRedirectPath } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { keepLogin, keptLogin } from '#app/http/login-cookie.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_login_mail_link()} – ${m.common_product()}` }]

export const loader = open(async ({ request, url }) => {
  const to = url.searchParams.get('to')
  const kept = keptLogin(request)
  return { email: kept.email, to: to ? safeRedirectPath(to) : kept.to }
})

/** Whether or not somebody has the address, the answer is the same page after the same work. */
export const action = open(async ({ request, ctx, ip }) => {
  const form = await readForm(request, loginLinkInput)
  if (!form.ok) return form.refused()
  const { email } = form.value
  const to = form.value.to ? safeRedirectPath(form.value.to) : undefined
  return form.attempt(async () => {
    await takeTry(ctx, 'link', { ip, address: email })
    await requestLoginLink({ email, to }, ctx)
    return redirect('/login/code', { headers: { 'Set-Cookie': keepLogin({ email, to: to ?? '' }) } })
  })
})

export default function LoginLink() {
  const { email, to } = useLoaderData<typeof loader>()
  return (
    <SignInDoor title={m.identity_login_title()} lead={m.identity_login_lead()}>
      <LinkForm result={useActionData<typeof action>()} email={email} to={to} />
    </SignInDoor>
  )
}
