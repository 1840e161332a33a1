import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { returnSession } from '#app/features/teaching/commands/sign-off.server.ts'
import { findSessionPageFor } from '#app/features/teaching/queries/log.server.ts'
import { returnInput } from '#app/features/teaching/rules/session.ts'
import { ReturnForm } from '#app/features/teaching/ui/ReturnForm.tsx'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_return()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { session, can } = await findSessionPageFor(actor, idOf('sessionId'), ctx)
  if (!can.sign) throw redirect(sessionAddress(session.id))
  const { id, subject, language, teacher } = session
  return { session: { id, subject, language, teacher } }
})

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const sessionId = idOf('sessionId')
  const form = await readForm(request, returnInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await returnSession(actor, { sessionId, ...form.value, language: locale }, ctx)
    return redirect('/home')
  })
})

export default function ReturnRoute() {
  return <ReturnForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
