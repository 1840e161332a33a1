import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkCredential } from '#app/features/certificates/queries/check.server.ts'
import { checkInput } from '#app/features/certificates/rules/standing.ts'
import { CheckForm } from '#app/features/certificates/ui/CheckPages.tsx'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { open } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.certificates_check_title()) }]

export const loader = open(async () => ({ keys: `${settings().ORIGIN}/.well-known/jwks.json` }))

/** Nothing is kept of what was pasted but a count of how often the same text was, as a hash. */
export const action = open(async ({ request, ctx, ip }) => {
  const form = await readForm(request, checkInput)
  if (!form.ok) return form.refused()
  const { credential } = form.value
  return form.attempt(async () => {
    await takeTry(ctx, 'check', { ip, address: credential })
    return { verdict: await checkCredential(credential, ctx) }
  })
})

export default function CheckIndex() {
  const { keys } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const verdict = answer && 'verdict' in answer ? answer.verdict : null
  return <CheckForm {...{ verdict, keys }} result={answer} />
}
