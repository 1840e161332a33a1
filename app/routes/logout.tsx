import { type MetaFunction, redirect } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { leave } from '#app/features/identity/commands/accounts.server.ts'
import { SignInDoor } from '#app/features/identity/ui/SignIn.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { SubmitButton } from '#app/ui/index.ts'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_logout_submit()} – ${m.common_product()}` }]

export const loader = open(async ({ actor }) => {
  if (actor.kind !== 'person') throw redirect('/')
  return null
})

export const action = open(async ({ actor, request, ctx }) => {
  return redirect('/', { headers: { 'Set-Cookie': await leave(actor, { cookie: request.headers.get('cookie') }, ctx) } })
})

export default function Logout() {
  return (
    <SignInDoor title={m.identity_logout_title()}>
      <Form method="post" className="sl-form">
        <SubmitButton wide>{m.identity_logout_submit()}</SubmitButton>
      </Form>
    </SignInDoor>
  )
}
