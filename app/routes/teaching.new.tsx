import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { logSession } from '#app/features/teaching/commands/log.server.ts'
import { listChoicesFor } from '#app/features/teaching/queries/choices.server.ts'
import { sessionInput } from '#app/features/teaching/rules/session.ts'
import { SessionForm } from '#app/features/teaching/ui/SessionForm.tsx'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_new_title()) }]

export const loader = signedIn(async ({ actor, url, ctx }) => {
  const choices = await listChoicesFor(actor, ctx)
  const from = choices.learnt.find(({ id }) => id === idFrom(url.searchParams.get('from') ?? undefined))
  const today = dayAt(ctx.now, HOME_ZONE)
  const home = choices.homes[0]?.id
  const typed = { id: newId(), taughtOn: today, homeUnitId: home, where: home, subject: from?.subject, learntFromId: from?.id }
  return { choices, typed, today }
})

export const action = signedIn(async ({ actor, request, locale, ctx }) => {
  const form = await readForm(request, sessionInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const sessionId = await logSession(actor, { ...form.value, language: locale }, ctx)
    return redirect(sessionAddress(sessionId))
  })
})

export default function NewSessionRoute() {
  return <SessionForm isNew {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
