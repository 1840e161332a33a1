import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { consumeLoginCode } from '#app/features/identity/commands/sign-in.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { loginCodeInput } from '#app/features/identity/rules.ts'
import { CodeForm, SignInDoor } from '#app/features/identity/ui/SignIn.tsx'
import { open } from '#app/http/door.server.ts'
import { enter, logRefusal } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { keptLogin } from '#app/http/login-cookie.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_code_title()} – ${m.common_product()}` }]

export const loader = open(async ({ request }) => keptLogin(request))

export const action = open(async (door) => {
  const form = await readForm(door.request, loginCodeInput, { hide: ['code'] })
  if (!form.ok) return form.refused()
  const { email, code, to } = form.value
  return form.attempt(async () => {
    await takeTry(door.ctx, 'code', { ip: door.ip, address: email })
    try {
      return await enter(door, { ...(await consumeLoginCode({ email, code }, door.ctx)), by: 'code', to })
    } catch (error) {
      logRefusal(door, 'code', String(error))
      throw error
    }
  })
})

export default function LoginCode() {
  const { email, to } = useLoaderData<typeof loader>()
  return (
    <SignInDoor title={m.identity_code_title()} lead={m.identity_code_lead()}>
      <CodeForm result={useActionData<typeof action>()} email={email} to={to} />
      <p className="sl-meta">
        {m.identity_code_again()} <Link to="/login/link">{m.identity_code_again_link()}</Link>
      </p>
    </SignInDoor>
  )
}
