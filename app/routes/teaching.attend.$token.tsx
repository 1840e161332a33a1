import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { confirmByLink } from '#app/features/teaching/commands/learners.server.ts'
import { findAttending } from '#app/features/teaching/queries/links.server.ts'
import { confirmInput } from '#app/features/teaching/rules/session.ts'
import { AttendPage } from '#app/features/teaching/ui/AttendPage.tsx'
import { attendedBefore, keepAttended } from '#app/http/attended-cookie.server.ts'
import { open } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { bare: true, reading: true }
export const meta: MetaFunction = () => [
  { title: pageTitle(m.teaching_attend_eyebrow()) },
  { name: 'robots', content: 'noindex' },
]

/** Opening it counts nobody and leaves no cookie: mail scanners and curious cameras open every link. */
export const loader = open(async ({ actor, params, request, url, ctx }) => {
  const token = params.token ?? ''
  const done = idFrom(url.searchParams.get('done') ?? undefined)
  const sent = [...(done ? [done] : []), ...attendedBefore(request)]
  const attending = await findAttending(actor, { token, sent }, ctx)
  const signIn = `/login?to=${encodeURIComponent(`/teaching/attend/${token}`)}`
  return { attending, signIn, id: newId() }
})

export const action = open(async ({ actor, params, request, ip, ctx }) => {
  const token = params.token ?? ''
  const form = await readForm(request, confirmInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await takeTry(ctx, 'attendance', { ip, address: token })
    const before = attendedBefore(request)
    const answer = await confirmByLink(actor, { token, ...form.value, before }, ctx)
    const kept = actor.kind === 'visitor' && answer === 'confirmed' ? keepAttended(form.value.id, before) : null
    const headers = kept ? { 'Set-Cookie': kept } : undefined
    return redirect(`/teaching/attend/${token}?done=${form.value.id}`, { headers })
  })
})

export default function AttendRoute() {
  const refused = useActionData<typeof action>()?.result.error?.['']?.[0]
  return <AttendPage {...useLoaderData<typeof loader>()} refusal={refused ?? null} />
}
