import { type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { signInWithPassword } from '#app/features/identity/commands/sign-in.server.ts'
import { forgiveTries, takeTry } from '#app/features/identity/limits.server.ts'
import { signInInput } from '#app/features/identity/rules.ts'
import { LinkForm, PasswordForm, SignInDoor } from '#app/features/identity/ui/SignIn.tsx'
import { open, safeRedirectPath } from '#app/http/door.server.ts'
import { enter, logRefusal } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_login_title()} – ${m.common_product()}` }]

export const loader = open(async ({ actor, url }) => {
  const to = url.searchParams.get('to')
  if (actor.kind === 'person') throw redirect(safeRedirectPath(to))
  return { to: to ? safeRedirectPath(to) : '' }
})

export const action = open(async (door) => {
  const form = await readForm(door.request, signInInput, { hide: ['password'] })
  if (!form.ok) return form.refused()
  const { email, password, to } = form.value
  return form.attempt(async () => {
    await takeTry(door.ctx, 'password', { ip: door.ip, address: email })
    try {
      const person = await signInWithPassword({ email, password }, door.ctx)
      await forgiveTries(door.ctx, 'password', email)
      return await enter(door, { ...person, by: 'password', to })
    } catch (error) {
      logRefusal(door, 'password', String(error))
      throw error
    }
  })
})

export default function Login() {
  const { to } = useLoaderData<typeof loader>()
  return (
    <SignInDoor title={m.identity_login_title()} lead={m.identity_login_lead()}>
      <LinkForm to={to} />
      <p className="sl-or">{m.identity_or()}</p>
      <section aria-labelledby="with-password">
        <h2 id="with-password">{m.identity_login_password_title()}</h2>
        <PasswordForm result={useActionData<typeof action>()} to={to} />
      </section>
      <p className="sl-meta">
        {m.identity_login_reader()} <Link to="/blog">{m.identity_login_reader_link()}</Link>
      </p>
      <p className="sl-meta">{m.identity_login_questionnaire()}</p>
    </SignInDoor>
  )
}
