import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSession } from '#app/features/teaching/commands/log.server.ts'
import { listChoicesFor } from '#app/features/teaching/queries/choices.server.ts'
import { findSessionToChangeFor } from '#app/features/teaching/queries/log.server.ts'
import { sessionInput } from '#app/features/teaching/rules/session.ts'
import { SessionForm } from '#app/features/teaching/ui/SessionForm.tsx'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_edit_title()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { open, typed } = await findSessionToChangeFor(actor, idOf('sessionId'), ctx)
  if (!open) throw redirect(sessionAddress(typed.id))
  return { choices: await listChoicesFor(actor, ctx), typed, today: dayAt(ctx.now, HOME_ZONE) }
})

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const id = idOf('sessionId')
  const form = await readForm(request, sessionInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await changeSession(actor, { ...form.value, id, language: locale }, ctx)
    return redirect(sessionAddress(id))
  })
})

export default function EditSessionRoute() {
  return <SessionForm isNew={false} {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
