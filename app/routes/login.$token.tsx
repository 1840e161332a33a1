import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { consumeLoginLink } from '#app/features/identity/commands/sign-in.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { LinkForm, SignInDoor } from '#app/features/identity/ui/SignIn.tsx'
import { open, safeRedirectPath } from '#app/http/door.server.ts'
import { enter, logRefusal } from '#app/http/enter.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { SubmitButton } from '#app/ui/index.ts'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_link_title()} – ${m.common_product()}` }]

/** Opening the page changes nothing: mail scanners open every link before people do. */
export const loader = open(async ({ url }) => {
  const to = url.searchParams.get('to')
  return data({ to: to ? safeRedirectPath(to) : '' }, { headers: { 'Cache-Control': 'no-store' } })
})

export const action = open(async (door) => {
  const token = door.params.token ?? ''
  await takeTry(door.ctx, 'link', { ip: door.ip, address: token })
  try {
    const person = await consumeLoginLink({ token }, door.ctx)
    return await enter(door, { ...person, by: 'link', to: door.url.searchParams.get('to') })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'gone') throw error
    logRefusal(door, 'link', error.reason)
    return data({ gone: true }, { status: 410 })
  }
})

export default function LoginToken() {
  const { to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'gone' in answer) {
    return (
      <SignInDoor title={m.identity_link_gone_title()} lead={m.identity_error_link_used()}>
        <LinkForm to={to} />
      </SignInDoor>
    )
  }
  return (
    <SignInDoor title={m.identity_link_title()} lead={m.identity_link_lead()}>
      <Form method="post" className="sl-form">
        <SubmitButton wide>{m.identity_login_submit()}</SubmitButton>
      </Form>
    </SignInDoor>
  )
}
